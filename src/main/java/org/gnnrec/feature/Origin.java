package org.gnnrec.feature;

/** The property and the id of the node that a value was read from, for errors. */
record Origin(String property, Object id) {
    private static final int LONGEST = 60;

    /** An error that names the property and the node; the reason ends with the way out. */
    IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("featureProperties: '" + property + "' of node " + quoted(id) + " "
                + reason);
    }

    /** An error for a value that cannot be a feature. */
    IllegalArgumentException unknownKind(Object value) {
        return refused("is " + shortened(String.valueOf(value)) + ", which cannot be a feature: numbers, dates, "
                + "date-times, true and false, texts, lists of texts and lists of numbers can. "
                + "Store it as one of these, or leave it out");
    }

    private static String quoted(Object id) {
        return id instanceof String ? "'" + id + "'" : String.valueOf(id);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
