package org.gnnrec.projection.schema;

import java.util.Set;

/** Properties that hold a rating, by their name. */
final class RatingNames {
    private static final Set<String> RATINGS = Set.of("rating", "star", "score", "grade", "mark");
    /** Small numbers that rate nothing. */
    private static final Set<String> AMOUNTS = Set.of("quantity", "qty", "amount", "count", "number", "times", "plays",
            "views", "clicks", "visits", "price", "cost", "fee", "total", "sum", "weight", "discount", "length",
            "duration", "age", "level", "size", "position", "index", "order", "rank", "year", "month", "week", "day",
            "hour", "minute");

    private RatingNames() {}

    /** True if the last word says so: {@code starRating} yes, {@code ratingCount} no. */
    static boolean isRating(String property) {
        return Words.last(property).stream().anyMatch(RATINGS::contains);
    }

    /** True if any word names an amount. */
    static boolean isAmount(String property) {
        return Words.of(property).stream().anyMatch(AMOUNTS::contains);
    }
}
