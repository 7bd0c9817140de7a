package org.gnnrec.training;

import java.util.Locale;

/** The losses there are, by their Cypher names. */
public enum Loss {
    /** {@link SoftmaxLoss}. */
    SOFTMAX,
    /** {@link BprLoss}. */
    BPR,
    /** {@link MarginLoss}. */
    MARGIN,
    /** {@link WalkLoss}; of GraphSAGE alone. */
    WALK;

    /** True where the score of an item is compared with that of another, so that no scale of items is to be chosen. */
    boolean isPairwise() {
        return this == BPR || this == MARGIN;
    }

    /** True where there are a temperature and a popularity of the negatives to choose by pilots. */
    boolean hasPilots() {
        return this == SOFTMAX;
    }

    /** The name in Cypher. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
