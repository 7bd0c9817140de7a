package org.gnnrec.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code gnnrec.evaluate} found: the model itself beside the baselines. */
public record Scores(Score model, Score popularity, Score itemKnn, Score rp3beta) {

    static final int K = 20;
    private static final Set<String> BASELINES = Set.of("popularity", "itemKnn", "rp3beta");

    /** One row of {@code gnnrec.evaluate}, without its interval. */
    public record Row(String model, String segment, String metric, long k, double value, long users) {}

    /** Picks the rows at k = 20; of the segments the one with the most users, which is that of all users. */
    static Scores of(List<Row> rows) {
        return new Scores(score(rows, model -> !BASELINES.contains(model), "the model"),
                baseline(rows, "popularity"), baseline(rows, "itemKnn"), baseline(rows, "rp3beta"));
    }

    private static Score baseline(List<Row> rows, String name) {
        return score(rows, name::equals, name);
    }

    private static Score score(List<Row> rows, Predicate<String> model, String what) {
        List<Row> own = rows.stream().filter(row -> row.k == K && model.test(row.model)).toList();
        return new Score(value(own, "recall", what), value(own, "ndcg", what));
    }

    private static double value(List<Row> rows, String metric, String what) {
        return rows.stream().filter(row -> row.metric.equals(metric)).max(Comparator.comparingLong(Row::users))
                .orElseThrow(() -> new IllegalStateException(
                        "gnnrec.evaluate gave no " + metric + " at " + K + " for " + what))
                .value();
    }
}
