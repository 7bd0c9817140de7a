package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step of a call took. */
public final class Stopwatch {
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** The step that ends now. */
    public void lap(String step) {
        long now = System.nanoTime();
        millis.put(step, (now - last) / 1_000_000);
        last = now;
    }

    public long millis(String step) {
        return millis.get(step);
    }
}
