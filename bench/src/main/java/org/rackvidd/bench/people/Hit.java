package org.rackvidd.bench.people;

/**
 * A page somebody looked at.
 *
 * @param second since 1970
 * @param page its number on the site
 * @param goal what was reached by it: {@link Site#STARTED}, {@link Site#SENT} or 0 for nothing
 */
public record Hit(long second, int page, int goal) {}
