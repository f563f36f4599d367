package org.rackvidd.bench.people;

/**
 * Somebody's place in an experiment.
 *
 * @param variant A or B
 * @param second when they first saw it
 * @param recorded false where the bookkeeping lost them
 */
public record Enrolment(Trial trial, long browser, char variant, long second, boolean recorded) {}
