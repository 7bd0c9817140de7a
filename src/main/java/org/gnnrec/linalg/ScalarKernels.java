package org.gnnrec.linalg;

/** {@link Kernels} in plain Java. Sums run in several registers, or they would wait for one another. */
final class ScalarKernels implements Kernels {
    private static final int FEW_ROWS = 4;
    private static final int PANEL = 128;

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
        float even = 0;
        float odd = 0;
        int i = 0;
        for (; i <= n - 2; i += 2) {
            float e0 = Exp.exp(x[xOffset + i] - shift);
            float e1 = Exp.exp(x[xOffset + i + 1] - shift);
            x[xOffset + i] = e0;
            x[xOffset + i + 1] = e1;
            even += e0;
            odd += e1;
        }
        if (i < n) {
            x[xOffset + i] = Exp.exp(x[xOffset + i] - shift);
            even += x[xOffset + i];
        }
        return even + odd;
    }

    @Override
    public void gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        int e = from;
        for (; e <= to - 4; e += 4) {
            addFour(columns, weights, e, x, d, y, yOffset);
        }
        for (; e < to; e++) {
            axpy(weights[e], x, columns[e] * d, y, yOffset, d);
        }
    }

    private static void addFour(int[] columns, float[] weights, int e, float[] x, int d, float[] y, int yOffset) {
        int x0 = columns[e] * d;
        int x1 = columns[e + 1] * d;
        int x2 = columns[e + 2] * d;
        int x3 = columns[e + 3] * d;
        float w0 = weights[e];
        float w1 = weights[e + 1];
        float w2 = weights[e + 2];
        float w3 = weights[e + 3];
        for (int k = 0; k < d; k++) {
            y[yOffset + k] += w0 * x[x0 + k] + w1 * x[x1 + k] + w2 * x[x2 + k] + w3 * x[x3 + k];
        }
    }

    @Override
    public void multiplyTransposed(float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d, float[] c,
            int cOffset, int cStride) {
        if (m >= FEW_ROWS) {
            Panels.multiplyTransposed(ScalarProduct::add, PANEL, a, aOffset, m, b, bOffset, n, d, c, cOffset, cStride);
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
        ScalarProduct.add(p, pOffset, pStride, 1, m, n, b, bOffset, d, d, c, cOffset, d);
    }

    @Override
    public void transposedMultiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] a, int aOffset, int d,
            float[] c, int cOffset) {
        ScalarProduct.add(p, pOffset, 1, pStride, n, m, a, aOffset, d, d, c, cOffset, d);
    }

    @Override
    public void adam(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1,
            float beta2, float epsilon) {
        Adam.step(x, g, m, v, from, to, stepSize, beta1, beta2, epsilon);
    }

    @Override
    public String name() {
        return "scalar";
    }
}
