package org.gnnrec.model.lightgcn;

import java.util.function.Consumer;
import org.gnnrec.model.Embeddings;

/**
 * LightGCN's: {@code sum over k = 0..K-1 of A^k E0}, from the inside out, {@code E0 + A (E0 + A (...))}. A is symmetric, so
 * the gradient is the same sum over the gradient. Holds one buffer of the size of E0 for K = 2 and two for K above.
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
        Embeddings sum = base;
        for (int k = 1; k < layers; k++) {
            Embeddings next = (layers - 1 - k) % 2 == 0 ? inner : other;
            next.copyFrom(base);
            hop.multiplyAdd(sum, next);
            sum = next;
        }
        return sum;
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

    /** {@code out = sum over k = 0..K-1 of A^k x}; x is {@link #inner}, so the steps alternate without it. */
    private void sumPowers(Embeddings x, Embeddings out) {
        Embeddings sum = x;
        for (int k = 1; k < layers; k++) {
            Embeddings next = (layers - 1 - k) % 2 == 0 ? out : other;
            next.copyFrom(x);
            hop.multiplyAdd(sum, next);
            sum = next;
        }
    }
}
