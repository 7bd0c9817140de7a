package org.gnnrec.model;

/** The losses that training by steps minimizes, by their Cypher names. */
public enum Loss {
    /** Sampled softmax over cosines, or over inner products where the model normalizes rows. */
    SOFTMAX,
    /** Sampled softmax in which the pairs within a user's top K count most. */
    SOFTMAX_AT_K,
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

    /** True for a sampled softmax, of which pilots choose the temperature and the popularity of the negatives. */
    public boolean isSoftmax() {
        return this == SOFTMAX || this == SOFTMAX_AT_K;
    }
}
