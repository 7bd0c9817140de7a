package org.gnnrec.serving;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.TopK;

/**
 * Item embeddings by falling norm. A scan for the best inner products ends as soon as
 * {@code |query| |item| < the worst kept score}, by Cauchy-Schwarz. It is exact, and short if norms differ. Takes a
 * copy of the embeddings. Thread-safe.
 */
final class NormOrderedItems {
    /** Room for the rounding of norms and products, so that the scan misses no item that ties. */
    private static final float SLACK = 1.0001f;

    private final int[] items;
    private final float[] norms;
    private final float[] rows;
    private final int d;

    NormOrderedItems(DenseMatrix embeddings) {
        d = embeddings.cols();
        float[] unordered = new float[embeddings.rows()];
        for (int item = 0; item < unordered.length; item++) {
            unordered[item] = norm(embeddings.data(), embeddings.offset(item), d);
        }
        items = IntStream.range(0, unordered.length).boxed()
                .sorted((a, b) -> Float.compare(unordered[b], unordered[a])).mapToInt(Integer::intValue).toArray();
        norms = new float[items.length];
        for (int place = 0; place < items.length; place++) {
            norms[place] = unordered[items[place]];
        }
        rows = embeddings.gather(items).data();
    }

    /** Offers the items with the best inner products with this query, except those that {@code excluded} takes. */
    void scan(float[] query, IntPredicate excluded, TopK top) {
        float reach = norm(query, 0, d) * SLACK;
        Kernels kernels = Kernels.get();
        for (int place = 0; place < items.length && reach * norms[place] >= top.threshold(); place++) {
            float score = kernels.dot(query, 0, rows, place * d, d);
            if (score >= top.threshold() && !excluded.test(items[place])) {
                top.offer(items[place], score);
            }
        }
    }

    private static float norm(float[] x, int offset, int n) {
        return (float) Math.sqrt(Kernels.get().dot(x, offset, x, offset, n));
    }
}
