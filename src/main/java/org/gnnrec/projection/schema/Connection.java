package org.gnnrec.projection.schema;

/**
 * The relationships of one type that lead from one label to another, or to the same. {@code starting} and
 * {@code ending} count the relationships of the type that leave the start label and reach the end label, wherever their
 * other end is.
 */
record Connection(String type, String start, String end, long count, boolean isExact, long starting, long ending) {

    /** True if both ends have the same label. */
    boolean isLoop() {
        return start.equals(end);
    }
}
