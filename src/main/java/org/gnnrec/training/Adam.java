package org.gnnrec.training;

import java.util.Arrays;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, algorithm 1) with beta1 = 0.9, beta2 =
 * 0.999 and epsilon = 1e-8, on every parameter in every step. The moments of an untouched row decay and go on moving
 * it, as in the paper. Both bias corrections are folded into the step size and the epsilon, so the result is exactly
 * algorithm 1, not the variant of section 2 with another epsilon. Holds 8 bytes a parameter.
 */
final class Adam {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPSILON = 1e-8;
    /** Floats that stay in the first cache while they are updated and cleared. */
    private static final int BLOCK = 1024;

    private final double learningRate;
    private final float[] first;
    private final float[] second;
    private int steps;

    Adam(int size, double learningRate) {
        this.learningRate = learningRate;
        this.first = new float[size];
        this.second = new float[size];
    }

    /** One step down the gradient; the gradient is zero afterwards. */
    void step(float[] parameters, float[] gradient, Parallel parallel) {
        steps++;
        double secondCorrection = Math.sqrt(1 - Math.pow(BETA2, steps));
        float stepSize = (float) (learningRate * secondCorrection / (1 - Math.pow(BETA1, steps)));
        float epsilon = (float) (EPSILON * secondCorrection);
        int blocks = (int) (((long) parameters.length + BLOCK - 1) / BLOCK);
        parallel.forRange(blocks, (part, from, to) -> {
            for (int block = from; block < to; block++) {
                int start = block * BLOCK;
                int end = (int) Math.min(parameters.length, (long) start + BLOCK);
                Kernels.get().adam(parameters, gradient, first, second, start, end, stepSize, (float) BETA1,
                        (float) BETA2, epsilon);
                Arrays.fill(gradient, start, end, 0);
            }
        });
    }
}
