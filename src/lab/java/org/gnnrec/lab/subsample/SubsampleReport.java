package org.gnnrec.lab.subsample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of a run over subsamples.
 *
 * @param share that a sample keeps
 * @param standings by model type or baseline
 */
public record SubsampleReport(String data, double share, long seed, Map<String, Standing> standings,
        List<SampleScores> samples) {
    /**
     * How one did over all samples.
     *
     * @param timesBest in how many it had the best score
     * @param meanRegret the mean part of the best score that it lacks
     * @param largestRegret the largest such part
     */
    public record Standing(long timesBest, double meanRegret, double largestRegret) {
        static Standing of(String name, List<SampleScores> samples) {
            return new Standing(samples.stream().filter(sample -> sample.isBest(name)).count(),
                    samples.stream().mapToDouble(sample -> sample.regret(name)).average().orElse(0),
                    samples.stream().mapToDouble(sample -> sample.regret(name)).max().orElse(0));
        }
    }

    static SubsampleReport of(String data, double share, long seed, List<SampleScores> samples) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        samples.getFirst().ndcgAt20().keySet().forEach(name -> standings.put(name, Standing.of(name, samples)));
        return new SubsampleReport(data, share, seed, standings, samples);
    }

    /** For people: a line for each. */
    String summary() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%d samples of %.0f %% of %s%n",
                samples.size(), 100 * share, data));
        standings.forEach((name, standing) -> table.append(String.format(Locale.ROOT,
                "  %-12s best in %2d, mean regret %5.2f %%, largest %5.2f %%%n", name, standing.timesBest(),
                100 * standing.meanRegret(), 100 * standing.largestRegret())));
        return table.toString();
    }
}
