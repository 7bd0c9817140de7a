package org.gnnrec.linalg;

import java.util.Arrays;

/** {@link Kernels} in plain Java. Sums run in several registers, or their additions would wait for one another. */
final class ScalarKernels implements Kernels {
    private static final int FEW_ROWS = 4;

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i <= n - 4; i += 4) {
            s0 += a[aOffset + i] * b[bOffset + i];
            s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
            s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
            s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
        }
        for (; i < n; i++) {
            s0 += a[aOffset + i] * b[bOffset + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] += alpha * x[xOffset + i];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int xOffset, int n) {
        for (int i = 0; i < n; i++) {
            x[xOffset + i] *= alpha;
        }
    }

    @Override
    public float max(float[] x, int xOffset, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xOffset + i]);
        }
        return max;
    }

    @Override
    public float expSum(float[] x, int xOffset, int n, float shift) {
        return ScalarExp.sum(x, xOffset, n, shift);
    }

    @Override
    public void gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        ScalarGather.add(columns, weights, from, to, x, d, y, yOffset);
    }

    @Override
    public void multiplyTransposed(float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d, float[] c,
            int cOffset, int cStride) {
        if (m >= FEW_ROWS) {
            for (int i = 0; i < m; i++) {
                Arrays.fill(c, cOffset + i * cStride, cOffset + i * cStride + n, 0f);
            }
            ScalarProduct.add(Strided.rows(a, aOffset, d), Strided.rows(b, bOffset, d).turned(),
                    Strided.rows(c, cOffset, cStride), m, d, n);
            return;
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[cOffset + i * cStride + j] = dot(a, aOffset + i * d, b, bOffset + j * d, d);
            }
        }
    }

    @Override
    public void multiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] b, int bOffset, int d, float[] c,
            int cOffset) {
        ScalarProduct.add(Strided.rows(p, pOffset, pStride), Strided.rows(b, bOffset, d), Strided.rows(c, cOffset, d),
                m, n, d);
    }

    @Override
    public void transposedMultiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] a, int aOffset, int d,
            float[] c, int cOffset) {
        ScalarProduct.add(Strided.rows(p, pOffset, pStride).turned(), Strided.rows(a, aOffset, d),
                Strided.rows(c, cOffset, d), n, m, d);
    }

    @Override
    public void adam(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1,
            float beta2, float epsilon) {
        AdamStep.step(x, g, m, v, from, to, stepSize, beta1, beta2, epsilon);
    }

    @Override
    public int tileSide() {
        return ScalarProduct.WIDTH;
    }

    @Override
    public String name() {
        return "scalar";
    }
}
