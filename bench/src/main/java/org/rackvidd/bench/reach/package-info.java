/**
 * Holds a lake's reach against the truth of a simulated world, and measures sketches of persons
 * beside what else could be done with their events.
 */
package org.rackvidd.bench.reach;
