package org.gnnrec.procedure;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step of a call took. */
final class Stopwatch {
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** The step that ends now. */
    void lap(String step) {
        long now = System.nanoTime();
        millis.put(step, (now - last) / 1_000_000);
        last = now;
    }

    long millis(String step) {
        return millis.get(step);
    }
}
