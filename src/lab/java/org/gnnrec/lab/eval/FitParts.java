package org.gnnrec.lab.eval;

/** The parts that the scored model is fit on: train alone, or train and then valid too. */
enum FitParts {
    TRAIN("train"), TRAIN_AND_VALID("train+valid");

    private final String text;

    FitParts(String text) {
        this.text = text;
    }

    static FitParts parse(String text) {
        for (FitParts fit : values()) {
            if (fit.text.equals(text)) {
                return fit;
            }
        }
        throw new IllegalArgumentException("fit must be 'train' or 'train+valid' but was '" + text + "'");
    }

    @Override
    public String toString() {
        return text;
    }
}
