/**
 * Granvika kommun, the municipality of {@code data/demo}, whose people live as those of any other
 * {@link org.rackvidd.bench.people.Town}, and what its communicator downloaded.
 */
package org.rackvidd.bench.demo;
