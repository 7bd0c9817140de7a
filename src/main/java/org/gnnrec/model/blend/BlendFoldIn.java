package org.gnnrec.model.blend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Pool;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/** The sum of the scaled scores of parts: their embeddings side by side, and the sum of what they say of items. */
final class BlendFoldIn implements FoldIn {
    private final List<PartFoldIn> parts;
    private final int dimension;
    private final int itemCount;
    private final Pool<SparseSums> scratch;

    BlendFoldIn(List<PartFoldIn> parts, int dimension, int itemCount) {
        this.parts = parts;
        this.dimension = dimension;
        this.itemCount = itemCount;
        this.scratch = new Pool<>(() -> new SparseSums(itemCount));
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        float[] embedding = new float[dimension];
        parts.forEach(part -> part.embed(user, items, row, embedding));
        return embedding;
    }

    @Override
    public Map<String, FoldIn> parts() {
        Map<String, FoldIn> alone = new LinkedHashMap<>();
        parts.forEach(part -> alone.put(part.name(), new BlendFoldIn(List.of(part), dimension, itemCount)));
        return alone;
    }

    @Override
    public boolean scoresItems() {
        return parts.stream().anyMatch(part -> part.foldIn().scoresItems());
    }

    @Override
    public void addScores(UserInput user, CsrGraph items, int row, SparseSums scores) {
        scratch.lend(own -> parts.stream().filter(part -> part.foldIn().scoresItems())
                .forEach(part -> part.addScores(user, items, row, own, scores)));
    }

    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput item, Cancellation cancellation) {
        double[] sums = new double[items.edgeCount()];
        double[] rest = new double[1];
        scratch.lend(own -> parts.forEach(part -> {
            Contributions terms = part.contributions(user, items, item, own, cancellation);
            for (int n = 0; n < sums.length; n++) {
                sums[n] += terms.items()[n];
            }
            rest[0] += terms.own() == null ? 0 : terms.own();
        }));
        return Contributions.terms(sums, rest[0] == 0 ? null : rest[0]);
    }
}
