package org.gnnrec.lab.eval;

import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * For each user the linear function of item features that is nearest, by least squares with an L2 penalty, to 1 on the
 * items they have and 0 on the others that anyone has. The last feature is the intercept, which is not penalized. All
 * users share one matrix, so that one decomposition solves for them all: O(items * p^2 + p^3 + users * p^2) for p
 * features.
 */
final class RidgeRegression {
    private final DenseMatrix features;
    private final CsrGraph interactions;

    /**
     * @param features items x features
     * @param interactions users x items
     */
    RidgeRegression(DenseMatrix features, CsrGraph interactions) {
        this.features = features;
        this.interactions = interactions;
    }

    /** The functions for a penalty above 0, as scores of all items, those nobody has included. */
    Scorer fit(double penalty) {
        RealMatrix weights = new CholeskyDecomposition(normalMatrix(penalty)).getSolver().solve(sums());
        DenseMatrix rows = DenseMatrix.zeros(interactions.rowCount(), features.cols());
        for (int user = 0; user < rows.rows(); user++) {
            for (int f = 0; f < rows.cols(); f++) {
                rows.data()[rows.offset(user) + f] = (float) weights.getEntry(f, user);
            }
        }
        return new EmbeddingScorer(rows, features);
    }

    /** Features x features: the products of the features over the items that anyone has, and the penalty. */
    private RealMatrix normalMatrix(double penalty) {
        RealMatrix known = known();
        RealMatrix normal = known.transposeMultiply(known);
        for (int f = 0; f < features.cols() - 1; f++) {
            normal.addToEntry(f, f, penalty);
        }
        return normal;
    }

    private RealMatrix known() {
        double[] users = interactions.columnWeights();
        RealMatrix known = MatrixUtils.createRealMatrix(users.length, features.cols());
        for (int item = 0; item < users.length; item++) {
            if (users[item] > 0) {
                known.setRow(item, row(item));
            }
        }
        return known;
    }

    /** Features x users: the features of the items of each user, added up. */
    private RealMatrix sums() {
        RealMatrix sums = MatrixUtils.createRealMatrix(features.cols(), interactions.rowCount());
        for (int user = 0; user < interactions.rowCount(); user++) {
            for (int e = interactions.offsets()[user]; e < interactions.offsets()[user + 1]; e++) {
                double[] row = row(interactions.neighbors()[e]);
                for (int f = 0; f < row.length; f++) {
                    sums.addToEntry(f, user, row[f]);
                }
            }
        }
        return sums;
    }

    private double[] row(int item) {
        double[] row = new double[features.cols()];
        for (int f = 0; f < row.length; f++) {
            row[f] = features.data()[features.offset(item) + f];
        }
        return row;
    }
}
