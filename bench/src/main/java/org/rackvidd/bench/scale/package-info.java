/** Exports by the million rows, from the same world as the demo. */
package org.rackvidd.bench.scale;
