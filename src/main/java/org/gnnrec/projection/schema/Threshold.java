package org.gnnrec.projection.schema;

import org.neo4j.graphdb.Entity;

/** A rating below this number is no interest. What has no number in the property is not rated, and passes. */
record Threshold(String property, double least) {

    boolean isMetBy(Entity entity) {
        return !(entity.getProperty(property, null) instanceof Number number && number.doubleValue() < least);
    }

    /**
     * The weight as Cypher writes it, on this variable: 1, or 0 for a low rating. So a low rating is a dislike, and what
     * is rated low is not recommended, which a condition would do.
     */
    String weightOf(String variable) {
        return "CASE WHEN " + variable + "." + CypherName.of(property) + " < " + number() + " THEN 0 ELSE 1 END";
    }

    private String number() {
        return least == Math.rint(least) && Math.abs(least) < 1e15
                ? Long.toString((long) least)
                : Double.toString(least);
    }
}
