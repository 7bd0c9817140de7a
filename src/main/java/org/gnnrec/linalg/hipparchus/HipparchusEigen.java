package org.gnnrec.linalg.hipparchus;

import org.gnnrec.linalg.SymmetricEigen;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * {@link SymmetricEigen} on Hipparchus. Only method bodies name foreign types, because Neo4j reflects over this class
 * where Hipparchus is not visible.
 */
public final class HipparchusEigen implements SymmetricEigen {
    @Override
    public Pairs of(double[][] matrix) {
        EigenDecompositionSymmetric found = new EigenDecompositionSymmetric(
                MatrixUtils.createRealMatrix(symmetric(matrix)));
        double[] values = found.getEigenvalues();
        double[][] vectors = new double[values.length][];
        for (int n = 0; n < values.length; n++) {
            vectors[n] = found.getEigenvector(n).toArray();
        }
        return new Pairs(values, vectors);
    }

    private static double[][] symmetric(double[][] matrix) {
        double[][] mean = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int col = 0; col < matrix.length; col++) {
                mean[row][col] = (matrix[row][col] + matrix[col][row]) / 2;
            }
        }
        return mean;
    }
}
