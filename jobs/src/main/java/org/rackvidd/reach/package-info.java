/**
 * How many people were reached, and how sure that is. What platforms state becomes bounds ({@link
 * org.rackvidd.reach.Exposures}, {@link org.rackvidd.reach.Cover}); persons are counted by sketches
 * ({@link org.rackvidd.reach.PeopleSketch}). Reach is never added up.
 */
package org.rackvidd.reach;
