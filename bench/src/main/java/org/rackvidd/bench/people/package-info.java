/**
 * The people of made-up towns, one by one, and all they see and do in the time a world lasts.
 *
 * <p>Everything about a {@link org.rackvidd.bench.people.Person} follows from the world's seed and
 * the person's number, so people are made when they are needed and forgotten again: {@link
 * org.rackvidd.bench.people.Population} makes them, {@link org.rackvidd.bench.people.Life} takes
 * one through the town's {@link org.rackvidd.bench.people.Feed posts}, its {@link
 * org.rackvidd.bench.people.Advertising ads} and its {@link org.rackvidd.bench.people.Site web
 * site}, and hands what happened to {@link org.rackvidd.bench.people.Witness whoever} counts it.
 * Figures of posts and ads are counts of what people did, and nothing else.
 */
package org.rackvidd.bench.people;
