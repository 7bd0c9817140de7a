package org.gnnrec.training;

import java.util.EnumMap;
import java.util.Map;

/**
 * How long each lap of a call took.
 *
 * @param <L> the laps
 */
public final class Stopwatch<L extends Enum<L>> {
    private final Map<L, Long> millis;
    private long last = System.nanoTime();

    public Stopwatch(Class<L> laps) {
        this.millis = new EnumMap<>(laps);
    }

    /** Ends this lap and begins the next. */
    public void lap(L lap) {
        long now = System.nanoTime();
        millis.put(lap, (now - last) / 1_000_000);
        last = now;
    }

    /** What the lap took, 0 where it never ended. */
    public long millis(L lap) {
        return millis.getOrDefault(lap, 0L);
    }
}
