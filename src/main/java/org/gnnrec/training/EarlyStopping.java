package org.gnnrec.training;

/**
 * Stops when a score that should rise has not gained half a percent for {@code patience} measurements. A smaller gain
 * counts for the best epoch, but not for going on: near its top a score changes by amounts that mean nothing.
 */
final class EarlyStopping {
    private static final double GAIN = 1.005;

    private final int patience;
    private double best = Double.NEGATIVE_INFINITY;
    private int bestEpoch;
    private double lastGain = Double.NEGATIVE_INFINITY;
    private int sinceGain;

    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Takes a measurement; true if it is the best so far. A NaN never is. */
    boolean improves(int epoch, double score) {
        boolean gains = lastGain < 0 ? score >= 0 : score > GAIN * lastGain;
        sinceGain = gains ? 0 : sinceGain + 1;
        lastGain = gains ? score : lastGain;
        boolean improves = score > best;
        if (improves) {
            best = score;
            bestEpoch = epoch;
        }
        return improves;
    }

    boolean shouldStop() {
        return sinceGain >= patience;
    }

    int bestEpoch() {
        return bestEpoch;
    }
}
