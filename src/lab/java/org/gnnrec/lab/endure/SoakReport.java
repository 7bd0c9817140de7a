package org.gnnrec.lab.endure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the long run found.
 *
 * @param counts how often each thing was done, and how often one of two that met was told so
 */
record SoakReport(int minutes, List<Sample> samples, Map<String, Long> counts, String heap, long seed, String cpu,
        List<String> violations) {
    /**
     * One look, every fifteen seconds.
     *
     * @param busy whether a training or a drop ran at its beginning or its end
     * @param millisP50 what a client waited for recommend since the sample before
     */
    record Sample(double seconds, boolean busy, @JsonUnwrapped Resources resources, long storeBytes, long calls,
            double millisP50, double millisP99, int errors) {
        GrowthRule.Point point() {
            return new GrowthRule.Point(seconds, resources);
        }
    }

    /** For people. */
    String summary() {
        Sample first = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        long largest = samples.stream().mapToLong(sample -> sample.resources.liveHeapBytes()).max().orElse(0);
        double worst = samples.stream().mapToDouble(Sample::millisP99).max().orElse(0);
        return String.format(Locale.ROOT, """
                %d minutes in a heap of %s: %s
                first %s, store %,d MiB; last %s, store %,d MiB
                largest live heap %,d MiB; recommend p50 %.1f ms, then %.1f ms, largest p99 %.1f ms
                """, minutes, heap, counts, first.resources.summary(), first.storeBytes >> 20,
                last.resources.summary(), last.storeBytes >> 20, largest >> 20, first.millisP50, last.millisP50, worst)
                + Violations.summary(violations);
    }
}
