/**
 * What a link tells about where a visit came from, and nothing about who made it.
 *
 * <p>{@link org.rackvidd.links.CampaignLink} reads one link; {@link
 * org.rackvidd.links.TrafficChannel} makes a channel of what was read. Plain values without Spark.
 */
package org.rackvidd.links;
