package org.gnnrec.model.layer;

import java.util.SplittableRandom;

/**
 * What a forward is for: training, which a backward follows and which may be disturbed by chance, or inference.
 *
 * @param random the chance of this pass, null in inference
 */
public record Pass(SplittableRandom random) {
    /** Inference, without chance. */
    public static final Pass INFERENCE = new Pass(null);

    public boolean isTraining() {
        return random != null;
    }
}
