package org.gnnrec.projection;

import java.util.Arrays;

/** Interactions of a batch of users, in the order in which they were read. Takes 24 bytes for each. */
final class PatternRows {
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private double[] weights = new double[1024];
    private double[] seconds = new double[1024];
    private int size;

    /** Takes an interaction; weight and time are NaN where it has none. */
    void add(int user, int item, double weight, double time) {
        if (size == users.length) {
            grow(2 * size);
        }
        users[size] = user;
        items[size] = item;
        weights[size] = weight;
        seconds[size++] = time;
    }

    private void grow(int capacity) {
        users = Arrays.copyOf(users, capacity);
        items = Arrays.copyOf(items, capacity);
        weights = Arrays.copyOf(weights, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
    }

    int size() {
        return size;
    }

    /** Hands all on. */
    void drainTo(InteractionCollector collector, double typeWeight) {
        for (int n = 0; n < size; n++) {
            collector.add(InteractionCollector.pairOf(users[n], items[n]), typeWeight, weights[n], seconds[n]);
        }
    }
}
