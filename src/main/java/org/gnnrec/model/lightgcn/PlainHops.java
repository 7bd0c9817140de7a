package org.gnnrec.model.lightgcn;

import java.util.function.Consumer;
import org.gnnrec.model.Embeddings;

/**
 * The inner hops of LightGCN: {@code sum over k = 0..K-1 of A^k E0}, from the inside out, {@code E0 + A (E0 + A
 * (...))}. A is symmetric, so the gradient is the same sum over the gradient. Holds one buffer of the size of E0 for K
 * = 2 and two for K above.
 */
final class PlainHops implements InnerHops {
    private final int layers;
    private final Hop hop;
    private final Embeddings inner;
    private final Embeddings other;

    PlainHops(int layers, int dimension, Hop hop) {
        this.layers = layers;
        this.hop = hop;
        this.inner = layers >= 2 ? hop.buffer(dimension) : null;
        this.other = layers >= 3 ? hop.buffer(dimension) : null;
    }

    @Override
    public Embeddings forward(Embeddings base) {
        return sumPowers(base, inner);
    }

    @Override
    public void backward(Consumer<Embeddings> scatter, Embeddings gradient) {
        if (layers == 1) {
            scatter.accept(gradient);
        } else {
            inner.clear();
            scatter.accept(inner);
            sumPowers(inner, gradient);
        }
    }

    /** {@code sum over k = 0..K-1 of A^k x}, in {@code last} where K > 1. The steps alternate with the other buffer. */
    private Embeddings sumPowers(Embeddings x, Embeddings last) {
        Embeddings sum = x;
        for (int k = 1; k < layers; k++) {
            Embeddings next = (layers - 1 - k) % 2 == 0 ? last : other;
            next.copyFrom(x);
            hop.multiplyAdd(sum, next);
            sum = next;
        }
        return sum;
    }
}
