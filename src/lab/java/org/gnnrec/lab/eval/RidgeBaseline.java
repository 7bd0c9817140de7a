package org.gnnrec.lab.eval;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gnnrec.evaluation.CandidateScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.ranking.FullRanking;
import org.gnnrec.linalg.DenseMatrix;

/** What a {@link RidgeRegression} on genres and years makes of new items, the penalty chosen on valid. */
final class RidgeBaseline {
    private static final double[] PENALTIES = { 0.1, 1, 10, 100, 1000 };

    private final Dataset dataset;
    private final DenseMatrix features;

    private RidgeBaseline(Dataset dataset) {
        this.dataset = dataset;
        this.features = ItemFeatures.of(dataset.items());
    }

    /**
     * The scores on test of what was fit on some parts.
     *
     * @param newItems those without an interaction in these parts, ranked among themselves
     * @param allItems the new ones among all others
     */
    record Result(double penalty, Score newItems, Score allItems) {}

    /** Null where no item has a genre or a year. */
    static Result score(Dataset dataset, List<Part> fitted) {
        RidgeBaseline ridge = new RidgeBaseline(dataset);
        return ridge.features.cols() == 1 ? null : ridge.score(fitted);
    }

    private Result score(List<Part> fitted) {
        double penalty = penalty();
        CsrGraph seen = dataset.graph(fitted);
        CsrGraph test = dataset.graph(List.of(Part.TEST));
        boolean[] isNew = withoutUsers(seen);
        Scorer scorer = new RidgeRegression(features, seen).fit(penalty);
        return new Result(penalty,
                FullRanking.score(new CandidateScorer(scorer, isNew), seen, test.columns(item -> isNew[item])),
                FullRanking.score(scorer, seen, test));
    }

    /** The one with the best recall on valid of what is fit on train; the least of those that are equal. */
    private double penalty() {
        CsrGraph train = dataset.graph(List.of(Part.TRAIN));
        CsrGraph valid = dataset.graph(List.of(Part.VALID));
        RidgeRegression regression = new RidgeRegression(features, train);
        return DoubleStream.of(PENALTIES).boxed()
                .map(penalty -> new Tried(penalty,
                        FullRanking.score(regression.fit(penalty), train, valid).recallAt20()))
                .reduce((best, next) -> next.recall > best.recall ? next : best).orElseThrow().penalty;
    }

    private record Tried(double penalty, double recall) {}

    private static boolean[] withoutUsers(CsrGraph interactions) {
        double[] users = interactions.columnWeights();
        boolean[] without = new boolean[users.length];
        for (int item = 0; item < users.length; item++) {
            without[item] = users[item] == 0;
        }
        return without;
    }
}
