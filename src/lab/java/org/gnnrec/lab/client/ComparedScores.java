package org.gnnrec.lab.client;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@code gnnrec.evaluate} found: the model itself beside the baselines.
 *
 * @param newItems of the model on items without an interaction in training, null where none of them is tested
 */
public record ComparedScores(Score model, Score popularity, Score itemKnn, Score rp3beta, Score newItems) {

    public static final int K = 20;
    private static final String ALL = "all";
    private static final String NEW_ITEMS = "newItems";
    private static final Set<String> BASELINES = Set.of("popularity", "itemKnn", "rp3beta");

    /** One row of {@code gnnrec.evaluate}, without its interval. */
    public record Row(String model, String segment, String metric, long k, double value, long users) {}

    /** Picks the rows at k = 20. */
    static ComparedScores of(List<Row> rows) {
        Predicate<Row> ofModel = row -> !BASELINES.contains(row.model);
        boolean hasNewItems = rows.stream().anyMatch(row -> row.segment.equals(NEW_ITEMS));
        return new ComparedScores(score(rows, ALL, ofModel, "the model"), baseline(rows, "popularity"),
                baseline(rows, "itemKnn"), baseline(rows, "rp3beta"),
                hasNewItems ? score(rows, NEW_ITEMS, ofModel, "new items") : null);
    }

    private static Score baseline(List<Row> rows, String name) {
        return score(rows, ALL, row -> row.model.equals(name), name);
    }

    private static Score score(List<Row> rows, String segment, Predicate<Row> model, String what) {
        List<Row> own = rows.stream().filter(row -> row.k == K && row.segment.equals(segment)).filter(model).toList();
        return new Score(value(own, "recall", what), value(own, "ndcg", what));
    }

    private static double value(List<Row> rows, String metric, String what) {
        return rows.stream().filter(row -> row.metric.equals(metric)).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "gnnrec.evaluate gave no " + metric + " at " + K + " for " + what))
                .value();
    }
}
