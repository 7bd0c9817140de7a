package org.gnnrec.linalg.nd4j;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Shapes;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link DenseAlgebra} on ND4J and OpenBLAS, on the calling thread alone. Only method bodies name foreign types,
 * because Neo4j reflects over this class where ND4J is not visible. Each product copies its operands out of the heap
 * and the result back. Every array is closed at once: Neo4j disables the explicit collections that ND4J would rely on.
 *
 * <p>A product {@code out = x y} is computed as {@code out^T = y^T x^T} with out^T in column order, which is out in row
 * order. Only this form reaches BLAS as it is. A result in row order is 20 times slower.
 */
public final class Nd4jDenseAlgebra implements DenseAlgebra {

    /** Floats of a result that are computed at a time. Outside the cache, the copy to the heap costs half the call. */
    private static final int STRIP = 1 << 20;

    /** Loads the native library, which takes about a second, and fails if it cannot. */
    public Nd4jDenseAlgebra() {
        ND4JClassLoading.setNd4jClassloader(Nd4jDenseAlgebra.class.getClassLoader());
        multiplyTransposed(DenseMatrix.zeros(2, 2), DenseMatrix.zeros(2, 2), DenseMatrix.zeros(2, 2));
        openblas_nolapack.blas_set_num_threads(1);
    }

    @Override
    public void multiplyTransposed(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow) {
        Shapes.requireTransposed(a, aRow, rows, b, out, outRow);
        if (rows == 0 || b.rows() == 0 || a.cols() == 0) {
            Arrays.fill(out.data(), out.offset(outRow), out.offset(outRow + rows), 0f);
            return;
        }
        int step = Math.max(1, STRIP / b.rows());
        try (INDArray right = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ b.rows(), b.cols() }, 'c')) {
            ((FloatPointer) right.data().pointer()).put(b.data(), 0, b.data().length);
            for (int row = 0; row < rows; row += step) {
                int count = Math.min(step, rows - row);
                try (INDArray left = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ count, a.cols() }, 'c');
                        INDArray strip = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ count, b.rows() }, 'c')) {
                    ((FloatPointer) left.data().pointer()).put(a.data(), a.offset(aRow + row), count * a.cols());
                    right.mmuli(left.transpose(), strip.transpose());
                    ((FloatPointer) strip.data().pointer()).get(out.data(), out.offset(outRow + row),
                            count * out.cols());
                }
            }
        }
    }

    @Override
    public void multiplyAdd(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow) {
        Shapes.requireProduct(a, aRow, rows, b, out, outRow);
        if (rows == 0 || b.cols() == 0 || a.cols() == 0) {
            return;
        }
        try (INDArray left = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, a.cols() }, 'c');
                INDArray right = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ b.rows(), b.cols() }, 'c');
                INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, b.cols() }, 'c')) {
            ((FloatPointer) left.data().pointer()).put(a.data(), a.offset(aRow), rows * a.cols());
            ((FloatPointer) right.data().pointer()).put(b.data(), 0, b.data().length);
            right.transpose().mmuli(left.transpose(), product.transpose());
            addTo(out.data(), out.offset(outRow), read(product));
        }
    }

    @Override
    public void transposedMultiplyAdd(DenseMatrix a, int aRow, DenseMatrix b, int bRow, int rows, DenseMatrix out) {
        Shapes.requireInner(a, aRow, b, bRow, rows, out);
        if (rows == 0 || b.cols() == 0 || a.cols() == 0) {
            return;
        }
        try (INDArray left = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, a.cols() }, 'c');
                INDArray right = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ rows, b.cols() }, 'c');
                INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[]{ a.cols(), b.cols() }, 'c')) {
            ((FloatPointer) left.data().pointer()).put(a.data(), a.offset(aRow), rows * a.cols());
            ((FloatPointer) right.data().pointer()).put(b.data(), b.offset(bRow), rows * b.cols());
            right.transpose().mmuli(left, product.transpose());
            addTo(out.data(), 0, read(product));
        }
    }

    private static float[] read(Object product) {
        INDArray array = (INDArray) product;
        float[] values = new float[Math.toIntExact(array.length())];
        ((FloatPointer) array.data().pointer()).get(values, 0, values.length);
        return values;
    }

    private static void addTo(float[] out, int offset, float[] values) {
        for (int n = 0; n < values.length; n++) {
            out[offset + n] += values[n];
        }
    }

    @Override
    public String name() {
        return "nd4j";
    }
}
