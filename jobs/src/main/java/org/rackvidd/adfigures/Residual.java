package org.rackvidd.adfigures;

/**
 * What a statement has more than those that were kept in its stead.
 *
 * @param of the statement, or one of several that were added up
 * @param entity what is known of what it was spent on
 */
record Residual(Statement of, Entity entity, Figures figures) {}
