package org.gnnrec.linalg;

import java.net.URL;
import java.util.Arrays;

/** Run by {@link DenseAlgebraProcessTest}: scans and uses the dense algebra where no ND4J is on the class path. */
final class DenseAlgebraProbe {
    private DenseAlgebraProbe() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        ClassLoader ours = DenseAlgebra.class.getClassLoader();
        requireHidden(ours);
        Class<?> scanned = Class.forName("org.gnnrec.linalg.nd4j.Nd4jDenseAlgebra", false, ours);
        int members = scanned.getDeclaredMethods().length + scanned.getDeclaredFields().length;
        DenseMatrix a = ones(512, 64);
        DenseMatrix out = DenseMatrix.zeros(512, 512);
        for (int i = 0; i < 300; i++) {
            Arrays.fill(out.data(), 0f);
            DenseAlgebra.get().multiplyTransposed(a, a, out);
            DenseMatrix sum = DenseMatrix.zeros(512, 64);
            DenseAlgebra.get().multiplyAdd(a, 0, 512, ones(64, 64), sum, 0);
            DenseMatrix inner = DenseMatrix.zeros(64, 64);
            DenseAlgebra.get().transposedMultiplyAdd(a, 0, a, 0, 512, inner);
            if (out.data()[i] != 64f || sum.data()[i] != 64f || inner.data()[i] != 512f) {
                throw new IllegalStateException(
                        "products " + i + " gave " + out.data()[i] + ", " + sum.data()[i] + ", " + inner.data()[i]);
            }
        }
        requireHidden(ours);
        System.out.println(DenseAlgebraLoader.reason() + "; members scanned: " + members);
    }

    private static void requireHidden(ClassLoader ours) {
        URL found = ours.getResource("org/nd4j/linalg/factory/Nd4j.class");
        if (found != null) {
            throw new IllegalStateException("ND4J is visible to our loader: " + found);
        }
    }

    private static DenseMatrix ones(int rows, int cols) {
        DenseMatrix ones = DenseMatrix.zeros(rows, cols);
        Arrays.fill(ones.data(), 1f);
        return ones;
    }
}
