package org.gnnrec.jobs;

import org.gnnrec.training.Phase;

/** The steps of a training in their order, each with its rough percentage of the time of a long training. */
enum TrainStep {
    READ("reading the graph", 2), PILOT("pilot", 25), SELECT("select", 40), FIT("fit", 25), STORE("storing the model",
            2), WRITE_USERS("write users",
                    2), WRITE_ITEMS("write items", 2), WRITE_VECTORS("write vectors of items", 2);

    private final String text;
    private final long percentage;

    TrainStep(String text, long percentage) {
        this.text = text;
        this.percentage = percentage;
    }

    String text() {
        return text;
    }

    long percentage() {
        return percentage;
    }

    /** The step of a phase of the training itself. */
    static TrainStep of(Phase phase) {
        return switch (phase) {
            case PILOT -> PILOT;
            case SELECT -> SELECT;
            case FIT -> FIT;
        };
    }
}
