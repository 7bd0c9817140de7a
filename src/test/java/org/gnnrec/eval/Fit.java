package org.gnnrec.eval;

/** On what the scored model is fit: on train alone, or, once that is done, on train and valid together. */
enum Fit {
    TRAIN("train"), TRAIN_AND_VALID("train+valid");

    private final String text;

    Fit(String text) {
        this.text = text;
    }

    static Fit parse(String text) {
        for (Fit fit : values()) {
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
