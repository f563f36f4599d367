/**
 * Worlds of towns written out as the exports their platforms would give, with the truth beside
 * them.
 */
package org.rackvidd.bench.simulation;
