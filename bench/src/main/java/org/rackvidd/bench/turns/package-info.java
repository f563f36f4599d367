/** Measures ways of doing the same, by turns in one session. */
package org.rackvidd.bench.turns;
