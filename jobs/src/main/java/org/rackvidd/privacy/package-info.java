/**
 * Persons as the lake may know them: hashes made with the organisation's secret key.
 *
 * <p>{@link org.rackvidd.privacy.PersonKey#find} reads the key, {@link
 * org.rackvidd.privacy.Pseudonyms} makes a number of an identifier. What the identifier was cannot
 * be told from the number without the key, and with it only by trying.
 */
package org.rackvidd.privacy;
