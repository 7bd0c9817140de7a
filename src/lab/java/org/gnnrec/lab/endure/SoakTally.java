package org.gnnrec.lab.endure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What the threads of the long run share: counts, and the times of recommend since they were last taken. Thread-safe. */
final class SoakTally {
    private final Map<String, Long> counts = new TreeMap<>();
    private double[] millis = new double[256];
    private int size;

    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void waited(double callMillis) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = callMillis;
    }

    /** The times since the last call of this. */
    synchronized double[] takeMillis() {
        double[] taken = Arrays.copyOf(millis, size);
        size = 0;
        return taken;
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
