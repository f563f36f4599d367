/** How fast exports are read, beside Spark's own reader. */
package org.rackvidd.bench.reading;
