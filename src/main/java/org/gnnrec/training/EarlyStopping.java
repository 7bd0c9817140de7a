package org.gnnrec.training;

/** Stops when a score that should rise has not passed its best for {@code patience} measurements. */
final class EarlyStopping {
    private final int patience;
    private double best = Double.NEGATIVE_INFINITY;
    private int bestEpoch;
    private int sinceBest;

    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Takes a measurement; says whether it is the best so far. A NaN never is. */
    boolean improves(int epoch, double score) {
        if (score > best) {
            best = score;
            bestEpoch = epoch;
            sinceBest = 0;
            return true;
        }
        sinceBest++;
        return false;
    }

    boolean shouldStop() {
        return sinceBest >= patience;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    double best() {
        return best;
    }
}
