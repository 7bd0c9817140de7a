package org.gnnrec.feature;

/**
 * A date or a date-time as a property value: what reads the store gives it, for it alone knows the store's types.
 *
 * @param epochSeconds since 1970 in UTC; NaN where it stands for no time
 */
public record Moment(double epochSeconds) {}
