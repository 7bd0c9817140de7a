package org.gnnrec.training;

import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Pool;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.UserInput;

/** The scores of a model: inner products of embeddings, and what the items of users say beside them. */
public final class ModelScorer implements Scorer {
    private final EmbeddingScorer embeddings;
    private final FoldIn foldIn;
    private final CsrGraph userItems;
    private final Pool<SparseSums> scratch;

    /** @param userItems what users have, by the index that training gave them */
    public ModelScorer(DenseMatrix users, DenseMatrix items, FoldIn foldIn, CsrGraph userItems) {
        this.embeddings = new EmbeddingScorer(users, items);
        this.foldIn = foldIn;
        this.userItems = userItems;
        this.scratch = new Pool<>(() -> new SparseSums(items.rows()));
    }

    @Override
    public int itemCount() {
        return embeddings.itemCount();
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        embeddings.score(users, from, to, out);
        if (foldIn.scoresItems()) {
            scratch.lend(sums -> {
                for (int n = from; n < to; n++) {
                    add(users[n], sums, out.data(), out.offset(n - from));
                }
            });
        }
    }

    private void add(int user, SparseSums sums, float[] scores, int offset) {
        foldIn.addScores(UserInput.known(user), userItems, user, sums);
        for (int n = 0; n < sums.count(); n++) {
            scores[offset + sums.index(n)] += (float) sums.sum(sums.index(n));
        }
        sums.clear();
    }
}
