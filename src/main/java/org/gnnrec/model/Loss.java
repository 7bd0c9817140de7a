package org.gnnrec.model;

/** The losses that training by steps minimizes, by their Cypher names. */
public enum Loss {
    /** Sampled softmax over cosines, or over inner products where the model normalizes rows. */
    SOFTMAX,
    /** Bayesian personalized ranking. */
    BPR,
    /** The max-margin loss of PinSage. */
    MARGIN,
    /** The unsupervised loss of GraphSAGE over walks. */
    WALK;

    /** True where the score of an item is compared with that of another, so that no scale of items is to be chosen. */
    public boolean isPairwise() {
        return this == BPR || this == MARGIN;
    }

    /** True where a temperature and the popularity of the negatives are chosen by pilots. */
    public boolean hasPilots() {
        return this == SOFTMAX;
    }
}
