/** Measures sketches of persons beside what else could be done with their events. */
package org.rackvidd.bench.reach;
