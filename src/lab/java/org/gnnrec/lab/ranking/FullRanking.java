package org.gnnrec.lab.ranking;

import java.util.stream.IntStream;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.lab.client.ComparedScores;
import org.gnnrec.lab.client.Score;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;

/** Scores what was trained here as {@code gnnrec.evaluate} scores a model. */
public final class FullRanking {
    private static final int THREADS = 2;

    private FullRanking() {}

    /** Over all users with a wanted item, the seen ones left out of the lists; NaN where nobody wants any. */
    public static Score score(Scorer scorer, CsrGraph seen, CsrGraph wanted) {
        int[] users = IntStream.range(0, seen.rowCount()).toArray();
        try (Parallel parallel = new Parallel(THREADS)) {
            Evaluation result = Evaluator.evaluate(scorer, seen, wanted, users, ComparedScores.K,
                    Workers.of(parallel, Cancellation.NEVER));
            return new Score(result.meanRecall(), result.meanNdcg());
        }
    }
}
