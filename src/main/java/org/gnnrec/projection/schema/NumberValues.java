package org.gnnrec.projection.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The values of a property as a sample has them, and whether they are ratings. */
final class NumberValues {
    private static final Set<Double> LOWEST = Set.of(0.0, 0.5, 1.0);
    private static final Set<Double> HIGHEST = Set.of(5.0, 10.0);
    private static final int FEWEST = 4;

    private final String property;
    private final List<Double> values = new ArrayList<>();
    private final TreeSet<Double> distinct = new TreeSet<>();
    private boolean isNumeric = true;

    NumberValues(String property) {
        this.property = property;
    }

    void add(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            values.add(number.doubleValue());
            distinct.add(number.doubleValue());
        } else {
            isNumeric = false;
        }
    }

    /** True for different numbers under a name that says rating, or on a scale from 0, 0.5 or 1 to 5 or 10. */
    boolean isRating() {
        return isNumeric && distinct.size() > 1 && !IdNames.isId(property) && (isNamedRating() || isOnScale());
    }

    boolean isNamedRating() {
        return RatingNames.isRating(property);
    }

    private boolean isOnScale() {
        return !RatingNames.isAmount(property) && distinct.size() >= FEWEST && LOWEST.contains(distinct.first())
                && HIGHEST.contains(distinct.last())
                && distinct.stream().allMatch(value -> 2 * value == Math.rint(2 * value));
    }

    /**
     * The median, but at least the middle between the lowest and the highest value. So the lowest never passes. The
     * number is one that some relationship has.
     */
    Threshold threshold() {
        double middle = distinct.first() / 2 + distinct.last() / 2;
        return new Threshold(property, distinct.ceiling(Math.max(median(), middle)));
    }

    private double median() {
        return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
    }
}
