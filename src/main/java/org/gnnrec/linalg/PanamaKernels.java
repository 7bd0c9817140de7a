package org.gnnrec.linalg;

import static org.gnnrec.linalg.PanamaVectors.as;
import static org.gnnrec.linalg.PanamaVectors.sum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Kernels} on the Vector API of the JDK, at the widest registers of the processor. Only method bodies name
 * vector types: Neo4j reflects over every class of a plugin, and without the module a field or signature that names one
 * would fail.
 */
final class PanamaKernels implements Kernels {
    /** Below this many rows of A, packing B costs more than it saves. */
    private static final int FEW_ROWS = 4;
    /** Two tiles of this side and the rows they are made of fit the nearest caches. */
    private static final int TILE_SIDE = 64;

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        FloatVector s0 = FloatVector.zero(species);
        FloatVector s1 = s0;
        int i = 0;
        for (; i <= n - 2 * lanes; i += 2 * lanes) {
            s0 = FloatVector.fromArray(species, a, aOffset + i)
                    .fma(as(FloatVector.fromArray(species, b, bOffset + i)), as(s0));
            s1 = FloatVector.fromArray(species, a, aOffset + i + lanes)
                    .fma(as(FloatVector.fromArray(species, b, bOffset + i + lanes)), as(s1));
        }
        for (; i < n; i += lanes) {
            VectorMask<Float> mask = species.indexInRange(i, n);
            s0 = FloatVector.fromArray(species, a, aOffset + i, mask)
                    .fma(as(FloatVector.fromArray(species, b, bOffset + i, mask)), as(s0));
        }
        return sum(s0.add(as(s1)));
    }

    @Override
    public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        var species = FloatVector.SPECIES_PREFERRED;
        FloatVector factor = FloatVector.broadcast(species, alpha);
        int bound = species.loopBound(n);
        for (int i = 0; i < bound; i += species.length()) {
            FloatVector.fromArray(species, x, xOffset + i)
                    .fma(as(factor), as(FloatVector.fromArray(species, y, yOffset + i)))
                    .intoArray(y, yOffset + i);
        }
        if (bound < n) {
            VectorMask<Float> mask = species.indexInRange(bound, n);
            FloatVector.fromArray(species, x, xOffset + bound, mask)
                    .fma(as(factor), as(FloatVector.fromArray(species, y, yOffset + bound, mask)))
                    .intoArray(y, yOffset + bound, mask);
        }
    }

    @Override
    public void scale(float alpha, float[] x, int xOffset, int n) {
        var species = FloatVector.SPECIES_PREFERRED;
        int bound = species.loopBound(n);
        for (int i = 0; i < bound; i += species.length()) {
            FloatVector.fromArray(species, x, xOffset + i).mul(alpha).intoArray(x, xOffset + i);
        }
        for (int i = bound; i < n; i++) {
            x[xOffset + i] *= alpha;
        }
    }

    @Override
    public float max(float[] x, int xOffset, int n) {
        var species = FloatVector.SPECIES_PREFERRED;
        FloatVector max = FloatVector.broadcast(species, Float.NEGATIVE_INFINITY);
        int bound = species.loopBound(n);
        for (int i = 0; i < bound; i += species.length()) {
            max = max.max(as(FloatVector.fromArray(species, x, xOffset + i)));
        }
        float result = max.reduceLanes(VectorOperators.MAX);
        for (int i = bound; i < n; i++) {
            result = Math.max(result, x[xOffset + i]);
        }
        return result;
    }

    @Override
    public float expSum(float[] x, int xOffset, int n, float shift) {
        var species = FloatVector.SPECIES_PREFERRED;
        FloatVector sums = FloatVector.zero(species);
        int bound = species.loopBound(n);
        for (int i = 0; i < bound; i += species.length()) {
            FloatVector value = FloatVector.fromArray(species, x, xOffset + i).sub(shift);
            FloatVector clamped = value.max(Exp.LOWEST).min(Exp.HIGHEST);
            FloatVector shifted = clamped.mul(Exp.LOG2_E).add(Exp.ROUND);
            FloatVector whole = shifted.sub(Exp.ROUND);
            FloatVector rest = whole.mul(-Exp.LN2_HIGH).add(as(clamped));
            rest = FloatVector.broadcast(species, -Exp.LN2_LOW).fma(as(whole), as(rest));
            FloatVector p = FloatVector.broadcast(species, Exp.C6).fma(as(rest),
                    as(FloatVector.broadcast(species, Exp.C5)));
            p = p.fma(as(rest), as(FloatVector.broadcast(species, Exp.C4)));
            p = p.fma(as(rest), as(FloatVector.broadcast(species, Exp.C3)));
            p = p.fma(as(rest), as(FloatVector.broadcast(species, Exp.C2)));
            p = p.fma(as(rest), as(FloatVector.broadcast(species, 1f)));
            p = p.fma(as(rest), as(FloatVector.broadcast(species, 1f)));
            FloatVector exp = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)
                    .add(as(p.reinterpretAsInts())).reinterpretAsFloats();
            exp = exp.blend(0f, value.compare(VectorOperators.LT, Exp.LOWEST))
                    .blend(Float.POSITIVE_INFINITY, value.compare(VectorOperators.GT, Exp.HIGHEST));
            exp.intoArray(x, xOffset + i);
            sums = sums.add(as(exp));
        }
        float sum = sum(sums);
        for (int i = bound; i < n; i++) {
            x[xOffset + i] = Exp.exp(x[xOffset + i] - shift);
            sum += x[xOffset + i];
        }
        return sum;
    }

    @Override
    public void gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        int k = 0;
        for (; k <= d - 4 * lanes; k += 4 * lanes) {
            gather4(columns, weights, from, to, x, d, k, y, yOffset + k);
        }
        for (; k < d; k += lanes) {
            VectorMask<Float> mask = species.indexInRange(k, d);
            FloatVector sum = FloatVector.fromArray(species, y, yOffset + k, mask);
            for (int e = from; e < to; e++) {
                sum = FloatVector.fromArray(species, x, columns[e] * d + k, mask)
                        .fma(as(FloatVector.broadcast(species, weights[e])), as(sum));
            }
            sum.intoArray(y, yOffset + k, mask);
        }
    }

    /** Four registers of the row y stay in the processor over all edges. */
    private static void gather4(int[] columns, float[] weights, int from, int to, float[] x, int d, int k, float[] y,
            int yOffset) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        FloatVector y0 = FloatVector.fromArray(species, y, yOffset);
        FloatVector y1 = FloatVector.fromArray(species, y, yOffset + lanes);
        FloatVector y2 = FloatVector.fromArray(species, y, yOffset + 2 * lanes);
        FloatVector y3 = FloatVector.fromArray(species, y, yOffset + 3 * lanes);
        for (int e = from; e < to; e++) {
            FloatVector weight = FloatVector.broadcast(species, weights[e]);
            int row = columns[e] * d + k;
            y0 = FloatVector.fromArray(species, x, row).fma(as(weight), as(y0));
            y1 = FloatVector.fromArray(species, x, row + lanes).fma(as(weight), as(y1));
            y2 = FloatVector.fromArray(species, x, row + 2 * lanes).fma(as(weight), as(y2));
            y3 = FloatVector.fromArray(species, x, row + 3 * lanes).fma(as(weight), as(y3));
        }
        y0.intoArray(y, yOffset);
        y1.intoArray(y, yOffset + lanes);
        y2.intoArray(y, yOffset + 2 * lanes);
        y3.intoArray(y, yOffset + 3 * lanes);
    }

    @Override
    public void multiplyTransposed(float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d, float[] c,
            int cOffset, int cStride) {
        if (m < FEW_ROWS) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    c[cOffset + i * cStride + j] = dot(a, aOffset + i * d, b, bOffset + j * d, d);
                }
            }
            return;
        }
        Panels.multiplyTransposed(4 * FloatVector.SPECIES_PREFERRED.length(), a, aOffset, m, b, bOffset, n, d, c,
                cOffset, cStride);
    }

    @Override
    public void multiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] b, int bOffset, int d, float[] c,
            int cOffset) {
        PanamaProduct.add(p, pOffset, pStride, 1, m, n, b, bOffset, d, d, c, cOffset, d);
    }

    @Override
    public void transposedMultiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] a, int aOffset, int d,
            float[] c, int cOffset) {
        PanamaProduct.add(p, pOffset, 1, pStride, n, m, a, aOffset, d, d, c, cOffset, d);
    }

    @Override
    public void adam(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1,
            float beta2, float epsilon) {
        var species = FloatVector.SPECIES_PREFERRED;
        int i = from;
        for (; i <= to - species.length(); i += species.length()) {
            FloatVector gradient = FloatVector.fromArray(species, g, i);
            FloatVector first = FloatVector.fromArray(species, m, i).mul(beta1).add(as(gradient.mul(1 - beta1)));
            FloatVector second = FloatVector.fromArray(species, v, i).mul(beta2)
                    .add(as(gradient.mul(as(gradient)).mul(1 - beta2)));
            first.intoArray(m, i);
            second.intoArray(v, i);
            FloatVector.fromArray(species, x, i).sub(as(first.mul(stepSize).div(as(second.sqrt().add(epsilon)))))
                    .intoArray(x, i);
        }
        AdamStep.step(x, g, m, v, i, to, stepSize, beta1, beta2, epsilon);
    }

    @Override
    public int tileSide() {
        return TILE_SIDE;
    }

    @Override
    public String name() {
        return "vector";
    }
}
