/**
 * A made-up world of municipalities: what they publish and buy, and what it has going for it. Who
 * sees it and what they do about it is told in {@link org.rackvidd.bench.people}.
 *
 * <p>Planted on purpose, and written to {@code truth/planted.csv} by {@link
 * org.rackvidd.bench.world.Planted}: reels and carousels beat plain links; portraits of colleagues
 * engage about twice as much as vacancies; water leaks reach far and engage little; LinkedIn is at
 * its best on weekday mornings, Facebook and Instagram in the evening, X at eight; Facebook's reach
 * falls by two per cent a month while Instagram's rises; some recruitment posts on Facebook are
 * boosted and reach thousands who do little more than look; figures keep growing for a month after
 * publication and a few reactions are taken back.
 */
package org.rackvidd.bench.world;
