package org.gnnrec.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The {@value #PARTS}-quantiles of the numbers seen, or of every 2^n-th if there are more than {@value #MOST}. At most
 * 512 KiB. The same order gives the same bits.
 */
final class QuantileLearner {
    private static final int PARTS = 16;
    private static final int MOST = 1 << 16;
    private static final int FIRST = 1 << 6;

    private double[] kept = new double[FIRST];
    private int size;
    private long seen;
    private long stride = 1;

    void add(double number) {
        if (seen++ % stride == 0) {
            makeRoom();
            // Turns -0.0 into 0.0: sorted apart, they would give two quantiles for one number.
            kept[size++] = number + 0.0;
        }
    }

    private void makeRoom() {
        if (size == MOST) {
            for (int n = 0; n < MOST / 2; n++) {
                kept[n] = kept[2 * n];
            }
            size = MOST / 2;
            stride *= 2;
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
    }

    /** The quantiles of at least one number. O(size log size). */
    Quantiles learned() {
        double[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return new Quantiles(IntStream.rangeClosed(0, PARTS)
                .mapToObj(part -> sorted[(int) ((long) part * (size - 1) / PARTS)]).distinct().toList());
    }
}
