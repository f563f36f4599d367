package org.rackvidd.bench.people;

/**
 * Somebody about to arrive on the web site.
 *
 * @param second since 1970
 * @param vacancy the vacancy the link leads to, or -1 for any other page
 */
record Landing(long second, Referral referral, int vacancy) {}
