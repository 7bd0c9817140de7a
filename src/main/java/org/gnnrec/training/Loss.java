package org.gnnrec.training;

import java.util.Locale;

/** The losses there are, by their Cypher names. */
public enum Loss {
    /** {@link SoftmaxLoss}. */
    SOFTMAX,
    /** {@link BprLoss}. */
    BPR,
    /** {@link MarginLoss}. */
    MARGIN;

    /** True where one score is compared with another, so that there is no temperature to choose. */
    boolean isPairwise() {
        return this != SOFTMAX;
    }

    /** The name in Cypher. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
