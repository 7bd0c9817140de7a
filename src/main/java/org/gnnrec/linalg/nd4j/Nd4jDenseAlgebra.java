package org.gnnrec.linalg.nd4j;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link DenseAlgebra} on ND4J and OpenBLAS, on the calling thread alone. Foreign types stand inside method bodies only,
 * as Neo4j reflects over this class where ND4J cannot be seen. Each product copies its operands out of the heap and the
 * result back. Every array is closed at once: Neo4j disables the explicit collections that ND4J would rely on.
 */
public final class Nd4jDenseAlgebra implements DenseAlgebra {

    /** Floats of a result that are computed at a time: out of the cache, the copy to the heap costs half the call. */
    private static final int STRIP = 1 << 20;

    /** Loads the native library, which takes about a second, and fails if it cannot. */
    public Nd4jDenseAlgebra() {
        ND4JClassLoading.setNd4jClassloader(Nd4jDenseAlgebra.class.getClassLoader());
        multiplyTransposed(DenseMatrix.zeros(2, 2), DenseMatrix.zeros(2, 2), DenseMatrix.zeros(2, 2));
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * Asks for {@code strip^T = b left^T} with strip^T in column order, which is the strip in row order: the one form
     * that reaches BLAS as it is. A result in row order is 20 times slower.
     */
    @Override
    public void multiplyTransposed(DenseMatrix a, DenseMatrix b, DenseMatrix out) {
        DenseAlgebra.requireShapes(a, b, out);
        if (out.data().length == 0 || a.cols() == 0) {
            Arrays.fill(out.data(), 0f);
            return;
        }
        int step = Math.max(1, STRIP / b.rows());
        try (INDArray right = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ b.rows(), b.cols() }, 'c')) {
            ((FloatPointer) right.data().pointer()).put(b.data(), 0, b.data().length);
            for (int row = 0; row < a.rows(); row += step) {
                int rows = Math.min(step, a.rows() - row);
                try (INDArray left = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, a.cols() }, 'c');
                        INDArray strip = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, b.rows() }, 'c')) {
                    ((FloatPointer) left.data().pointer()).put(a.data(), a.offset(row), rows * a.cols());
                    right.mmuli(left.transpose(), strip.transpose());
                    ((FloatPointer) strip.data().pointer()).get(out.data(), out.offset(row), rows * out.cols());
                }
            }
        }
    }

    @Override
    public String name() {
        return "nd4j";
    }
}
