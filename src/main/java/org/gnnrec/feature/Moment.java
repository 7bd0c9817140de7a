package org.gnnrec.feature;

/**
 * A date or a date-time as a property value. The reader of the store makes it, because only it knows the store's types.
 *
 * @param epochSeconds since 1970 in UTC; NaN for a date that means no time
 */
public record Moment(double epochSeconds) {}
