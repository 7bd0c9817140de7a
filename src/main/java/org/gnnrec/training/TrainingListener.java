package org.gnnrec.training;

/** Receives the progress of a training, on the thread that started it. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * One more epoch is done.
     *
     * @param epoch from 1; a pilot counts as one
     * @param epochs how many there are at most
     * @param loss mean loss of the epoch; NaN where the type is solved in closed form
     * @param validationNdcg NDCG at 20 on validation users; NaN where it was not measured
     */
    void onProgress(Phase phase, int epoch, int epochs, double loss, double validationNdcg);
}
