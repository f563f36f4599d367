/** What a correct reader must find in the exports. */
package org.rackvidd.bench.truth;
