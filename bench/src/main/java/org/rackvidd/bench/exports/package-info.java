/** The platforms' export formats, written the way the platforms write them. */
package org.rackvidd.bench.exports;
