package org.gnnrec.model;

import java.util.Arrays;

/**
 * The distinct rows a batch needs, in the order they came, with how often each came. The place of a row is its slot.
 * Reused from batch to batch; adding and looking up are O(1), clearing is O(size).
 */
public final class RowSet {
    private static final int ABSENT = -1;

    private final int[] slots;
    private final int[] rows;
    private final int[] counts;
    private int size;

    /** A set over the rows [0, rowCount) that will hold at most {@code capacity} of them at a time. */
    public RowSet(int rowCount, int capacity) {
        this.slots = new int[rowCount];
        Arrays.fill(slots, ABSENT);
        this.rows = new int[Math.min(rowCount, capacity)];
        this.counts = new int[rows.length];
    }

    /** Adds a row and returns its slot. */
    public int add(int row) {
        if (slots[row] == ABSENT) {
            rows[size] = row;
            counts[size] = 0;
            slots[row] = size++;
        }
        counts[slots[row]]++;
        return slots[row];
    }

    public void clear() {
        for (int slot = 0; slot < size; slot++) {
            slots[rows[slot]] = ABSENT;
        }
        size = 0;
    }

    public int size() {
        return size;
    }

    /** The most rows this set may hold. */
    public int capacity() {
        return rows.length;
    }

    /** The slot of a row, negative where it is absent. */
    public int slotOf(int row) {
        return slots[row];
    }

    public int row(int slot) {
        return rows[slot];
    }

    /** How often the row of this slot was added. */
    public int count(int slot) {
        return counts[slot];
    }
}
