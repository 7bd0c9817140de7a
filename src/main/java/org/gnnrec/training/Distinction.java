package org.gnnrec.training;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.TrainedModel;

/**
 * Whether a trained model tells items apart. One without learned rows, on features that are the same on every node,
 * gives all items one embedding: GraphSAGE, GAT and PinSage can end so.
 */
final class Distinction {
    /** Sums of equal numbers differ by rounding if they have not equally many terms. */
    private static final double ROUNDING = 1e-5;

    private Distinction() {}

    /**
     * Returns the result, whatever it is if the model has no embeddings. O(items d).
     *
     * @throws IllegalArgumentException if all of several items have the same embedding, zeros among them
     */
    static TrainingResult require(TrainingResult result) {
        TrainedModel model = result.model();
        if (model.items().rows() > 1 && model.items().cols() > 0 && areEqual(model.items())) {
            throw new IllegalArgumentException("the trained model can say nothing, and is not stored: all "
                    + model.items().rows()
                    + " items have the same embedding, so every user would have one score for all "
                    + "of them. Give nodes what tells them apart: featureProperties with values that differ, or a "
                    + "learned row each (useIds: true)");
        }
        return result;
    }

    private static boolean areEqual(DenseMatrix matrix) {
        float[] data = matrix.data();
        double bound = ROUNDING * largest(matrix);
        for (int row = 1; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.cols(); column++) {
                if (Math.abs(data[matrix.offset(row) + column] - data[column]) > bound) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double largest(DenseMatrix matrix) {
        double largest = 0;
        for (int column = 0; column < matrix.cols(); column++) {
            largest = Math.max(largest, Math.abs(matrix.data()[column]));
        }
        return largest;
    }
}
