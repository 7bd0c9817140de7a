package org.gnnrec.lab.subsample;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of one sample.
 *
 * @param kept what it kept a share of: users, items or interactions
 * @param ndcgAt20 on test, by model type or baseline
 * @param seconds of each training
 */
public record SampleScores(String kept, int number, int interactions, Map<String, Double> ndcgAt20,
        Map<String, Double> seconds) {
    double best() {
        return Collections.max(ndcgAt20.values());
    }

    boolean isBest(String name) {
        return ndcgAt20.get(name) == best();
    }

    /** The part of the best score that this one lacks. */
    double regret(String name) {
        return best() > 0 ? 1 - ndcgAt20.get(name) / best() : 0;
    }

    String summary() {
        return String.format(Locale.ROOT, "sample %d of %s: %s", number, kept,
                ndcgAt20.entrySet().stream()
                        .map(score -> String.format(Locale.ROOT, "%s %.4f", score.getKey(), score.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
