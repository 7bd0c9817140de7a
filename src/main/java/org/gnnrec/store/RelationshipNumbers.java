package org.gnnrec.store;

import org.gnnrec.config.Shown;
import org.neo4j.graphdb.Relationship;

/** The numbers on a relationship that make its weight. NaN is a missing number. */
public final class RelationshipNumbers {
    /** What {@link #isWeight} accepts, for errors. */
    public static final String WEIGHT = "a number in [-1e9, 1e9], and at least 1e-9 where it is above zero,";
    /** The largest weight. Its reciprocal is the smallest. */
    private static final double LARGEST_WEIGHT = 1e9;

    private RelationshipNumbers() {}

    /**
     * The number under this property; NaN if the relationship has none, or the property is null.
     *
     * @throws IllegalArgumentException if it is no number, or one out of range
     */
    public static double weight(Relationship relationship, String property) {
        return property == null ? Double.NaN : weight(relationship.getProperty(property, null), property);
    }

    /** The number in a value that was read already; NaN for null. Fails if it is no weight. */
    public static double weight(Object value, String name) {
        if (value == null) {
            return Double.NaN;
        }
        if (!(value instanceof Number number)) {
            throw wrong(name, "a number", value);
        }
        return requireWeight(number.doubleValue(), name);
    }

    /** Returns the number if it may be a weight, and fails otherwise. */
    public static double requireWeight(double weight, String name) {
        if (!isWeight(weight)) {
            throw wrong(name, WEIGHT, weight);
        }
        return weight;
    }

    /** True if products of such numbers stay floats. */
    public static boolean isWeight(double weight) {
        return weight >= -LARGEST_WEIGHT && weight <= LARGEST_WEIGHT
                && (weight <= 0 || weight >= 1 / LARGEST_WEIGHT);
    }

    static IllegalArgumentException wrong(String name, String wanted, Object value) {
        return new IllegalArgumentException("'" + name + "' must be " + wanted + " but was " + Shown.of(value)
                + ". Correct it, remove it, or train on a query that returns what is right");
    }

    /** The error for a number of this relationship, which names it and the user that has it. */
    public static IllegalArgumentException refused(Relationship relationship, Object userId,
            IllegalArgumentException reason) {
        return refused("relationship " + relationship.getElementId() + " (" + relationship.getType().name()
                + ") of user " + Shown.of(userId), reason);
    }

    /** The error for a number that was read in this place. */
    public static IllegalArgumentException refused(String place, IllegalArgumentException reason) {
        return new IllegalArgumentException(place + ": " + reason.getMessage());
    }
}
