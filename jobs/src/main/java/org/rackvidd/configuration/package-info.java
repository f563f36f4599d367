/**
 * What the organisation says about itself: a folder of YAML files, read and checked as one.
 *
 * <p>{@link org.rackvidd.configuration.Configuration#load} is the way in. The records have no Spark
 * in them and can be serialised, so that they may travel to executors.
 */
package org.rackvidd.configuration;
