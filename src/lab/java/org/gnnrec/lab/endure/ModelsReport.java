package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Locale;

/**
 * What the run of many models found.
 *
 * @param asked one for each call of recommend, in their order
 * @param largestLiveHeapBytes over all
 */
record ModelsReport(String data, int models, int rounds, List<Asked> asked, long largestLiveHeapBytes, long errors,
        String heap, long seed, List<String> violations) {
    /**
     * One call of recommend and what the server held after it.
     *
     * @param millis that the client waited
     * @param loadedBytes the sum over all models, as {@code gnnrec.model.list} gives it; null where it has no such column
     */
    record Asked(String model, int round, double millis, boolean answered, long liveHeapBytes, Long loadedBytes) {}

    /** For people. */
    String summary() {
        long loaded = asked.stream().filter(one -> one.loadedBytes != null).mapToLong(Asked::loadedBytes).max()
                .orElse(0);
        double slowest = asked.stream().mapToDouble(Asked::millis).max().orElse(0);
        return String.format(Locale.ROOT, """
                %d models of %s in a heap of %s, asked in %d rounds: %d errors
                largest live heap %,d MiB, largest sum of loadedBytes %,d MiB, slowest recommend %,.0f ms
                """, models, data, heap, rounds, errors, largestLiveHeapBytes >> 20, loaded >> 20, slowest)
                + Violations.summary(violations);
    }
}
