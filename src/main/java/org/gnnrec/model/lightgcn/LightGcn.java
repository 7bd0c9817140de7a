package org.gnnrec.model.lightgcn;

import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.TrainedModel;

/**
 * LightGCN (He et al., "LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation", SIGIR 2020):
 * {@code E = sum over k = 0..K of a_k A^k E0} (equations 7 and 8) with the normalized adjacency A and {@code a_k = 1 /
 * (K + 1)}; and LightGCN++ (Lee et al., RecSys 2024), {@code E = gamma E0 + (1 - gamma) / K sum over k = 1..K of E^k}
 * with {@code E^k = A n(E^(k-1))}, n scaling rows to length one. Forward and backward by hand.
 *
 * <p>Both add a node's own row and one hop over what {@link InnerHops} give. This outermost hop is computed for the
 * rows of the batch alone. It costs the edges of those rows, so LightGCN with K = 1 never touches the whole graph. In
 * it a row with more than {@code neighborSamples} edges is the sum over that many of them, drawn again for each batch.
 * On average that is the sum over all. No other row, no other hop and not the trained model is sampled. K hops cost K -
 * 1 full products of O(edges * d).
 *
 * <p>A model is stored as e_0 of users and items and, for each item, what it sends to its users in the last hop: {@code
 * m_i = sum over k = 1..K of a_k e_i^(k-1)}, zeros for K = 0, of rows scaled to length one in LightGCN++. So {@code e_u
 * = a_0 e0_u + sum over i in N(u) of m_i / sqrt(d_u d_i)}.
 *
 * <p>One thread calls it. It uses the threads of {@link Workers}, and the bits do not depend on their number.
 */
final class LightGcn implements Encoder {
    /** Where e_0 of users is stored, users x d. */
    static final String USER_BASE = "userBase";
    /** Where e_0 of items is stored, items x d. */
    static final String ITEM_BASE = TrainedModel.LEARNED + "itemBase";
    /** Where the m_i are stored, items x d. */
    static final String MESSAGES = "messages";

    private final int layers;
    private final LightGcnShape shape;
    private final float hopWeight;
    /** The weight of a node's own row beside the sum over its edges, before both are scaled by {@link #hopWeight}. */
    private final float relativeOwnWeight;
    private final Hop outer;
    private final InnerHops inner;
    private final Kernels kernels = Kernels.get();
    private final SampledEdges userEdges;
    private final SampledEdges itemEdges;

    /** The cancellation of the workers is checked before each full product. */
    LightGcn(BipartiteGraph graph, LightGcnShape shape, SplittableRandom random, Workers workers) {
        this.layers = shape.layers();
        this.shape = shape;
        this.hopWeight = (float) shape.hopWeight();
        this.relativeOwnWeight = (float) (shape.ownWeight() / shape.hopWeight());
        this.outer = new Hop(NormalizedAdjacency.of(graph, shape.normalization()), workers);
        this.inner = inner(graph, workers);
        this.userEdges = new SampledEdges(adjacency().toUsers(), shape.neighborSamples(), random.split());
        this.itemEdges = new SampledEdges(adjacency().toItems(), shape.neighborSamples(), random.split());
    }

    private InnerHops inner(BipartiteGraph graph, Workers workers) {
        if (!shape.rowNormalization() || layers == 0) {
            return new PlainHops(layers, shape.dimension(), outer);
        }
        Hop transposed = layers == 1
                ? null
                : new Hop(NormalizedAdjacency.of(graph, shape.normalization().transposed()), workers);
        return new UnitHops(layers, shape.dimension(), outer, transposed);
    }

    /** The adjacency that a hop multiplies by. */
    @Override
    public NormalizedAdjacency adjacency() {
        return outer.adjacency();
    }

    @Override
    public void forward(Embeddings base, RowSet users, RowSet items, Embeddings out) {
        copyRows(base.users(), users, out.users());
        copyRows(base.items(), items, out.items());
        scaleRows(relativeOwnWeight, out, users, items);
        if (layers > 0) {
            Embeddings carried = inner.forward(base);
            draw(users, items);
            userEdges.gather(carried.items(), out.users(), outer.parallel());
            itemEdges.gather(carried.users(), out.items(), outer.parallel());
        }
        scaleRows(hopWeight, out, users, items);
    }

    @Override
    public void forward(Embeddings base, Embeddings out) {
        addUp(base, inner.forward(base), out);
    }

    private void addUp(Embeddings base, Embeddings carried, Embeddings out) {
        out.copyFrom(base);
        out.scale(relativeOwnWeight);
        if (layers > 0) {
            outer.multiplyAdd(carried, out);
        }
        out.scale(hopWeight);
    }

    @Override
    public void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient) {
        scaleRows(hopWeight, rowGradients, users, items);
        if (layers > 0) {
            inner.backward(carried -> scatter(rowGradients, carried), gradient);
        }
        addRows(rowGradients.users(), users, gradient.users());
        addRows(rowGradients.items(), items, gradient.items());
    }

    @Override
    public TrainedModel model(Embeddings base) {
        Embeddings carried = inner.forward(base);
        Embeddings last = outer.buffer(base.dimension());
        addUp(base, carried, last);
        DenseMatrix messages = DenseMatrix.zeros(adjacency().itemCount(), base.dimension());
        if (layers > 0) {
            kernels.axpy(hopWeight, carried.items().data(), 0, messages.data(), 0, messages.data().length);
        }
        return new TrainedModel(last.users(), last.items(), NamedArrays.NONE.with(USER_BASE, base.users())
                .with(ITEM_BASE, base.items()).with(MESSAGES, messages));
    }

    /** Draws for both sides at a time, because neither can be divided. */
    private void draw(RowSet users, RowSet items) {
        outer.parallel().forRange(2, (part, from, to) -> {
            for (int side = from; side < to; side++) {
                (side == 0 ? userEdges : itemEdges).draw(side == 0 ? users : items);
            }
        });
    }

    private void scatter(Embeddings rowGradients, Embeddings out) {
        itemEdges.scatter(rowGradients.items(), out.users(), outer.parallel());
        userEdges.scatter(rowGradients.users(), out.items(), outer.parallel());
    }

    private static void copyRows(DenseMatrix x, RowSet rows, DenseMatrix out) {
        for (int slot = 0; slot < rows.size(); slot++) {
            System.arraycopy(x.data(), x.offset(rows.row(slot)), out.data(), out.offset(slot), x.cols());
        }
    }

    private void scaleRows(float factor, Embeddings x, RowSet users, RowSet items) {
        if (factor == 1) {
            return;
        }
        kernels.scale(factor, x.users().data(), 0, users.size() * x.dimension());
        kernels.scale(factor, x.items().data(), 0, items.size() * x.dimension());
    }

    private void addRows(DenseMatrix x, RowSet rows, DenseMatrix out) {
        for (int slot = 0; slot < rows.size(); slot++) {
            kernels.axpy(relativeOwnWeight, x.data(), x.offset(slot), out.data(), out.offset(rows.row(slot)), x.cols());
        }
    }
}
