package org.gnnrec.linalg;

/** The step of {@link Kernels#adam} in plain Java. The compiler vectorizes it because all arrays share one index. */
final class AdamStep {
    private AdamStep() {}

    static void step(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1,
            float beta2, float epsilon) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            x[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }
}
