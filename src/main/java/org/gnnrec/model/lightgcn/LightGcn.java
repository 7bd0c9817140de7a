package org.gnnrec.model.lightgcn;

import java.util.SplittableRandom;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/**
 * LightGCN (He et al., "LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation", SIGIR 2020):
 * {@code E = sum over k = 0..K of a_k A^k E0} (equations 7 and 8) with the normalized adjacency A and
 * {@code a_k = 1 / (K + 1)}; forward and backward by hand.
 *
 * <p>Both are computed from the inside out, {@code a (E0 + A (E0 + A (...)))}, the outermost hop for the rows of the
 * batch alone: it costs the edges of those rows, so that K = 1 never touches the whole graph. In it a row with more than
 * {@code neighborSamples} edges is the sum over so many of them, drawn anew for each batch, which is that over all on
 * average; no other row and no other hop is sampled, nor is the trained model. K hops cost K - 1 full products of
 * O(edges * d). A is symmetric: the gradient of E0 is the same sum over the gradient of E.
 *
 * <p>Holds one buffer of the size of E0 for K = 2 and two for K above. One thread calls it; it works on those of
 * {@link Parallel}, and the bits do not depend on their number.
 */
public final class LightGcn {
    private final int layers;
    private final float layerWeight;
    private final NormalizedAdjacency adjacency;
    private final Parallel parallel;
    private final Runnable checkpoint;
    private final Kernels kernels = Kernels.get();
    private final Embeddings inner;
    private final Embeddings other;
    private final SampledEdges userEdges;
    private final SampledEdges itemEdges;

    /**
     * {@code checkpoint} runs before each full product and may throw to end the work.
     *
     * @param neighborSamples the most edges of a row of a batch
     */
    public LightGcn(int layers, int dimension, NormalizedAdjacency adjacency, int neighborSamples,
            SplittableRandom random, Parallel parallel, Runnable checkpoint) {
        this.layers = layers;
        this.layerWeight = 1f / (layers + 1);
        this.adjacency = adjacency;
        this.parallel = parallel;
        this.checkpoint = checkpoint;
        this.inner = layers >= 2 ? buffer(dimension) : null;
        this.other = layers >= 3 ? buffer(dimension) : null;
        this.userEdges = new SampledEdges(adjacency.toUsers(), neighborSamples, random.split());
        this.itemEdges = new SampledEdges(adjacency.toItems(), neighborSamples, random.split());
    }

    private Embeddings buffer(int dimension) {
        return Embeddings.zeros(adjacency.userCount(), adjacency.itemCount(), dimension);
    }

    /** Final embeddings of the given rows: row s of {@code out} belongs to slot s. */
    public void forward(Embeddings base, RowSet users, RowSet items, Embeddings out) {
        copyRows(base.users(), users, out.users());
        copyRows(base.items(), items, out.items());
        if (layers > 0) {
            Embeddings sum = innerSum(base);
            draw(users, items);
            userEdges.gather(sum.items(), out.users(), parallel);
            itemEdges.gather(sum.users(), out.items(), parallel);
        }
        scaleRows(out, users, items);
    }

    /** Final embeddings of every row. */
    public void forward(Embeddings base, Embeddings out) {
        Embeddings sum = innerSum(base);
        out.copyFrom(base);
        if (layers > 0) {
            multiplyAdd(sum, out);
        }
        scale(out.users());
        scale(out.items());
    }

    /**
     * Adds the gradient of the base rows to {@code gradient}, which is zero on entry: {@code rowGradients} is the
     * gradient of what the last {@link #forward(Embeddings, RowSet, RowSet, Embeddings)} gave, for the same rows, and is
     * scaled in place.
     */
    public void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient) {
        scaleRows(rowGradients, users, items);
        if (layers == 1) {
            scatter(rowGradients, gradient);
        } else if (layers >= 2) {
            inner.clear();
            scatter(rowGradients, inner);
            sumPowers(inner, gradient);
        }
        addRows(rowGradients.users(), users, gradient.users());
        addRows(rowGradients.items(), items, gradient.items());
    }

    /** The trained model: final embeddings of every row and what folds a user in. It holds the given rows of the items. */
    public LightGcnModel model(Embeddings base) {
        Embeddings sum = innerSum(base);
        Embeddings last = buffer(base.dimension());
        last.copyFrom(base);
        DenseMatrix messages = DenseMatrix.zeros(adjacency.itemCount(), base.dimension());
        if (layers > 0) {
            multiplyAdd(sum, last);
            kernels.axpy(layerWeight, sum.items().data(), 0, messages.data(), 0, messages.data().length);
        }
        scale(last.users());
        scale(last.items());
        DenseMatrix userBase = DenseMatrix.zeros(adjacency.userCount(), base.dimension());
        kernels.axpy(layerWeight, base.users().data(), 0, userBase.data(), 0, userBase.data().length);
        return new LightGcnModel(layers, last.users(), last.items(), userBase, messages, base.items());
    }

    /** {@code sum over k = 0..K-1 of A^k E0}: what the outermost hop carries. */
    private Embeddings innerSum(Embeddings base) {
        Embeddings sum = base;
        for (int hop = 1; hop < layers; hop++) {
            Embeddings next = (layers - 1 - hop) % 2 == 0 ? inner : other;
            next.copyFrom(base);
            multiplyAdd(sum, next);
            sum = next;
        }
        return sum;
    }

    /** {@code out = sum over k = 0..K-1 of A^k x}; x is {@link #inner}, so the steps alternate without it. */
    private void sumPowers(Embeddings x, Embeddings out) {
        Embeddings sum = x;
        for (int hop = 1; hop < layers; hop++) {
            Embeddings next = (layers - 1 - hop) % 2 == 0 ? out : other;
            next.copyFrom(x);
            multiplyAdd(sum, next);
            sum = next;
        }
    }

    private void multiplyAdd(Embeddings x, Embeddings y) {
        checkpoint.run();
        adjacency.toUsers().multiplyAdd(x.items(), y.users(), parallel);
        checkpoint.run();
        adjacency.toItems().multiplyAdd(x.users(), y.items(), parallel);
    }

    /** Both sides at a time: neither can be shared out. */
    private void draw(RowSet users, RowSet items) {
        parallel.forRange(2, (part, from, to) -> {
            for (int side = from; side < to; side++) {
                (side == 0 ? userEdges : itemEdges).draw(side == 0 ? users : items);
            }
        });
    }

    private void scatter(Embeddings rowGradients, Embeddings out) {
        itemEdges.scatter(rowGradients.items(), out.users(), parallel);
        userEdges.scatter(rowGradients.users(), out.items(), parallel);
    }

    private static void copyRows(DenseMatrix x, RowSet rows, DenseMatrix out) {
        for (int slot = 0; slot < rows.size(); slot++) {
            System.arraycopy(x.data(), x.offset(rows.row(slot)), out.data(), out.offset(slot), x.cols());
        }
    }

    private void scaleRows(Embeddings x, RowSet users, RowSet items) {
        kernels.scale(layerWeight, x.users().data(), 0, users.size() * x.dimension());
        kernels.scale(layerWeight, x.items().data(), 0, items.size() * x.dimension());
    }

    private void addRows(DenseMatrix x, RowSet rows, DenseMatrix out) {
        for (int slot = 0; slot < rows.size(); slot++) {
            kernels.axpy(1, x.data(), x.offset(slot), out.data(), out.offset(rows.row(slot)), x.cols());
        }
    }

    private void scale(DenseMatrix x) {
        kernels.scale(layerWeight, x.data(), 0, x.data().length);
    }
}
