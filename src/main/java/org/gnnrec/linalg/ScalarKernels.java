package org.gnnrec.linalg;

/** {@link Kernels} in plain Java. */
final class ScalarKernels implements Kernels {
    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
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
        float sum = 0;
        for (int i = 0; i < n; i++) {
            x[xOffset + i] = (float) Math.exp(x[xOffset + i] - shift);
            sum += x[xOffset + i];
        }
        return sum;
    }

    @Override
    public void gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        for (int e = from; e < to; e++) {
            axpy(weights[e], x, columns[e] * d, y, yOffset, d);
        }
    }

    @Override
    public void multiplyTransposed(float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d, float[] c,
            int cOffset, int cStride) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[cOffset + i * cStride + j] = dot(a, aOffset + i * d, b, bOffset + j * d, d);
            }
        }
    }

    @Override
    public void multiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] b, int bOffset, int d, float[] c,
            int cOffset) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                axpy(p[pOffset + i * pStride + j], b, bOffset + j * d, c, cOffset + i * d, d);
            }
        }
    }

    @Override
    public void transposedMultiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] a, int aOffset, int d,
            float[] c, int cOffset) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                axpy(p[pOffset + i * pStride + j], a, aOffset + i * d, c, cOffset + j * d, d);
            }
        }
    }

    @Override
    public void adam(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1,
            float beta2, float epsilon) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            x[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    @Override
    public String name() {
        return "scalar";
    }
}
