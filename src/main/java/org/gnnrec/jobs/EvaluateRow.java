package org.gnnrec.jobs;

/**
 * A row of {@code gnnrec.evaluate}.
 *
 * @param low null for a single user, who has no interval
 * @param high null for a single user
 * @param trainedPairs how many held-out pairs were left out because the model was trained on them
 */
public record EvaluateRow(String model, String segment, String metric, long k, double value, Double low,
        Double high, long users, long trainedPairs, double seconds) {}
