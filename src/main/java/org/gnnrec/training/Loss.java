package org.gnnrec.training;

import java.util.Locale;

/** The losses there are, by their Cypher names. */
public enum Loss {
    /** {@link SoftmaxLoss}. */
    SOFTMAX,
    /** {@link BprLoss}. */
    BPR;

    /** The name in Cypher. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
