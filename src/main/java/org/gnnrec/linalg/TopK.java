package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * Keeps the best k of many scored indices: higher score first, the lower index first among equals. NaN and negative
 * infinity (the mark of a masked item) never rank; -0 equals 0. An index offered twice is kept twice. An offer costs
 * O(1) while it does not rank and O(log k) when it does; 8 k bytes. Reusable, not thread-safe.
 */
public final class TopK {
    /** A heap with the worst on top: the score as an int of the same order, above the index counted downwards. */
    private final long[] heap;
    private int size;
    private float threshold = -Float.MAX_VALUE;

    /** Keeps at most k, at least 1. */
    public TopK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1 but was " + k);
        }
        this.heap = new long[k];
    }

    /** How many are kept. */
    public int size() {
        return size;
    }

    /** No score below this one ranks: the worst kept score once k are kept. */
    public float threshold() {
        return threshold;
    }

    /** Offers one index, not negative; true if it is kept for now. */
    public boolean offer(int index, float score) {
        return score >= threshold && keep(key(index, score));
    }

    /** Offers {@code scores[offset + i]} for the indices {@code firstIndex + i}, i in [0, n). */
    public void offerAll(int firstIndex, float[] scores, int offset, int n) {
        for (int i = 0; i < n; i++) {
            if (scores[offset + i] >= threshold) {
                keep(key(firstIndex + i, scores[offset + i]));
            }
        }
    }

    /** Moves the kept entries, best first, to the heads of both arrays and returns how many they were. */
    public int drainTo(int[] indices, float[] scores) {
        int count = size;
        Arrays.sort(heap, 0, count);
        for (int i = 0; i < count; i++) {
            long key = heap[count - 1 - i];
            indices[i] = Integer.MAX_VALUE - (int) key;
            scores[i] = Float.intBitsToFloat(ordered((int) (key >> 32)));
        }
        clear();
        return count;
    }

    /** Forgets all entries. */
    public void clear() {
        size = 0;
        threshold = -Float.MAX_VALUE;
    }

    private boolean keep(long key) {
        if (size < heap.length) {
            siftUp(key);
        } else if (key > heap[0]) {
            siftDown(key);
        } else {
            return false;
        }
        if (size == heap.length) {
            threshold = Float.intBitsToFloat(ordered((int) (heap[0] >> 32)));
        }
        return true;
    }

    private void siftUp(long key) {
        int at = size++;
        while (at > 0 && heap[(at - 1) >> 1] > key) {
            heap[at] = heap[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        heap[at] = key;
    }

    private void siftDown(long key) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    private static long key(int index, float score) {
        int bits = Float.floatToRawIntBits(score + 0f);
        return ((long) ordered(bits) << 32) | (Integer.MAX_VALUE - index);
    }

    /** Turns the bits of a float into an int of the same order, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
