package org.gnnrec.jobs;

/** A row of {@code gnnrec.evaluate}. */
public record EvaluateRow(String model, String segment, String metric, long k, double value, double low,
        double high, long users, double seconds) {}
