/**
 * A made-up world of municipalities, what they publish and how people answer: on the whole, as the
 * demo has it, or one by one, as {@link org.rackvidd.bench.people} has it.
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
