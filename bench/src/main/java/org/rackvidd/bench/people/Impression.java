package org.rackvidd.bench.people;

/**
 * An ad shown to a person.
 *
 * @param flight counted as in {@link Town#flights}
 * @param ad counted within the ad set
 * @param day within the flight
 */
record Impression(int flight, int ad, int day, long second, boolean clicked) {}
