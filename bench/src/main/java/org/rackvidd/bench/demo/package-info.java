/** Granvika kommun, the municipality of {@code data/demo}, and what its communicator downloaded. */
package org.rackvidd.bench.demo;
