package org.gnnrec.feature;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Shown;

/** The property and the id of the node that a value was read from, for errors. */
record Origin(String property, Object id) {
    /** An error that names the property and the node; the reason ends with the way out. */
    IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("featureProperties: '" + property + "' of node " + Shown.of(id) + " "
                + reason);
    }

    /** An error for a value that cannot be a feature. */
    IllegalArgumentException unknownKind(Object value) {
        return refused("is " + Shown.of(value) + ", which cannot be a feature: numbers, dates, "
                + "date-times, true and false, texts, lists of texts and lists of numbers can. " + wayOut(value));
    }

    private static String wayOut(Object value) {
        boolean hasProperties = value instanceof List<?> list
                ? list.stream().anyMatch(Origin::hasProperties)
                : hasProperties(value);
        return hasProperties
                ? "Return a property of it, as in g.name and not g"
                : "Store it as one of these, or leave it out";
    }

    private static boolean hasProperties(Object value) {
        return value instanceof GraphValue || value instanceof Map;
    }
}
