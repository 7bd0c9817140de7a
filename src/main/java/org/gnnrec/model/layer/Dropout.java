package org.gnnrec.model.layer;

import org.gnnrec.linalg.Parallel;

/**
 * Inverted dropout (Srivastava et al., JMLR 2014, section 10): in training a number becomes zero with probability p and
 * is multiplied by 1 / (1 - p) otherwise, so that its expectation stays. In inference nothing happens. The factor of
 * number n follows from n and one draw a pass, so no mask is kept and the number of threads does not matter.
 */
public final class Dropout {
    private static final int BITS = 24;
    /** 2^64 over the golden ratio, the step of SplitMix64. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int threshold;
    private final float kept;
    private long seed;
    private boolean active;

    /**
     * Nothing happens before the first {@link #begin}.
     *
     * @param rate p, at least 0 and less than 1
     */
    public Dropout(double rate) {
        this.threshold = (int) Math.round(rate * (1 << BITS));
        this.kept = (float) (1 / (1 - rate));
    }

    /** Draws again for a pass. */
    public void begin(Pass pass) {
        active = threshold > 0 && pass.isTraining();
        seed = active ? pass.random().nextLong() : 0;
    }

    /** False where no number is changed in this pass. */
    public boolean isActive() {
        return active;
    }

    /** The factor of number n in this pass. */
    public float factor(int n) {
        return !active ? 1 : mixed(seed + n * GOLDEN) >>> (Long.SIZE - BITS) < threshold ? 0 : kept;
    }

    /** The output function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, figure 14, variant 13). */
    private static long mixed(long z) {
        long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    /** {@code y[n] = factor(n) x[n]} for so many numbers. */
    public void multiply(float[] x, float[] y, int count, Parallel parallel) {
        parallel.forRange(count, (part, from, to) -> {
            for (int n = from; n < to; n++) {
                y[n] = factor(n) * x[n];
            }
        });
    }

    /** {@code y[n] += factor(n) x[n]} for so many numbers, for the backward. */
    public void multiplyAdd(float[] x, float[] y, int count, Parallel parallel) {
        parallel.forRange(count, (part, from, to) -> {
            for (int n = from; n < to; n++) {
                y[n] += factor(n) * x[n];
            }
        });
    }
}
