package org.gnnrec.model;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/**
 * How much an item's popularity counts in its score, {@code |u| |x|^p d^q cos(u, x)}. Softmax trains cosines. It does
 * not determine the length of x, which grows with popularity. (1, 0) keeps the inner product that was trained. The
 * scale is a factor of the item alone. It goes into the item's embedding, so scores stay inner products.
 *
 * @param norm p, the exponent of the length
 * @param degree q, the exponent of the degree, which is what the item's edges weigh over their mean weight, at least 1
 */
public record ItemScale(double norm, double degree) {
    public static final ItemScale NONE = new ItemScale(1, 0);

    /** The degree of each item. O(edges). */
    public static double[] degrees(CsrGraph userItems) {
        double[] degrees = userItems.columnWeights();
        double mean = userItems.meanWeight();
        for (int item = 0; item < degrees.length; item++) {
            degrees[item] = Math.max(1, degrees[item] / mean);
        }
        return degrees;
    }

    /** The degrees, but items without edges have the {@link #usualDegree}: their degree is not known yet. */
    public static double[] expectedDegrees(CsrGraph userItems) {
        double[] degrees = degrees(userItems);
        double[] weights = userItems.columnWeights();
        double usual = usualDegree(weights, userItems.meanWeight());
        for (int item = 0; item < degrees.length; item++) {
            degrees[item] = weights[item] > 0 ? degrees[item] : usual;
        }
        return degrees;
    }

    /** The geometric mean of the degrees of items that have edges, 1 where none has. */
    public static double usualDegree(double[] weights, double meanWeight) {
        return Math.exp(Arrays.stream(weights).filter(weight -> weight > 0)
                .map(weight -> Math.log(Math.max(1, weight / meanWeight))).average().orElse(0));
    }

    /** Scales each row x to {@code |x|^(p - 1) d^q x}, in place; a row of zeros stays as it is. */
    public void apply(DenseMatrix items, double[] degrees) {
        if (equals(NONE)) {
            return;
        }
        Kernels kernels = Kernels.get();
        float[] data = items.data();
        for (int item = 0; item < items.rows(); item++) {
            int offset = items.offset(item);
            double squares = kernels.dot(data, offset, data, offset, items.cols());
            if (squares > 0) {
                double factor = Math.pow(squares, (norm - 1) / 2) * Math.pow(degrees[item], degree);
                kernels.scale((float) factor, data, offset, items.cols());
            }
        }
    }
}
