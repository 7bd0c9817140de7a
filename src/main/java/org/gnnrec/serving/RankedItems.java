package org.gnnrec.serving;

import java.util.stream.IntStream;
import org.gnnrec.linalg.TopK;

/**
 * Dense item indices, the best first, with their scores.
 *
 * @param items and {@code scores} are of one length
 */
record RankedItems(int[] items, double[] scores) {
    /** Takes all that is kept. */
    static RankedItems drain(TopK top) {
        int[] items = new int[top.size()];
        float[] scores = new float[items.length];
        top.drainTo(items, scores);
        return new RankedItems(items, IntStream.range(0, items.length).mapToDouble(n -> scores[n]).toArray());
    }

    int size() {
        return items.length;
    }
}
