package org.gnnrec.linalg;

/**
 * Sums by index, most of them zero. Reusable: {@link #clear} costs what was added to. 13 bytes an index. For one
 * thread.
 */
public final class SparseSums {
    private final double[] sums;
    private final boolean[] has;
    private final int[] indices;
    private int count;

    /** Sums for the indices [0, size), all zero. */
    public SparseSums(int size) {
        this.sums = new double[size];
        this.has = new boolean[size];
        this.indices = new int[size];
    }

    public void add(int index, double value) {
        if (!has[index]) {
            has[index] = true;
            indices[count++] = index;
        }
        sums[index] += value;
    }

    /** Multiplies the sum of an index. */
    public void scale(int index, double factor) {
        sums[index] *= factor;
    }

    /** How many indices were added to. */
    public int count() {
        return count;
    }

    /** The n-th index that was added to, in the order of the first additions. */
    public int index(int n) {
        return indices[n];
    }

    /** True if the index was added to. */
    public boolean has(int index) {
        return has[index];
    }

    /** The sum of an index. */
    public double sum(int index) {
        return sums[index];
    }

    /** The deviation of all sums, also of those that are zero. O(count). */
    public double deviation() {
        double total = 0;
        double squares = 0;
        for (int n = 0; n < count; n++) {
            total += sums[indices[n]];
            squares += sums[indices[n]] * sums[indices[n]];
        }
        double mean = total / sums.length;
        return Math.sqrt(Math.max(0, squares / sums.length - mean * mean));
    }

    /** Sets all sums to zero. */
    public void clear() {
        for (int n = 0; n < count; n++) {
            sums[indices[n]] = 0;
            has[indices[n]] = false;
        }
        count = 0;
    }
}
