package org.gnnrec.model.sparse;

import java.util.function.DoubleUnaryOperator;
import org.gnnrec.graph.CsrGraph;

/** Numbers of users that follow from what their edges weigh. */
final class UserDegrees {
    private UserDegrees() {}

    /** A function of what the edges of each user weigh together, 0 for a user without edges. O(edges). */
    static double[] weights(CsrGraph userItems, DoubleUnaryOperator function) {
        double[] values = new double[userItems.rowCount()];
        for (int user = 0; user < values.length; user++) {
            double weight = userItems.rowWeight(user);
            values[user] = weight > 0 ? function.applyAsDouble(weight) : 0;
        }
        return values;
    }

    /**
     * {@code d_u^-exponent} over the square of the mean weight, so that the unit of weights makes no difference. The
     * degree of a user is what their edges weigh over the mean weight, at least 1.
     */
    static double[] factors(CsrGraph userItems, double exponent) {
        double mean = userItems.meanWeight();
        return weights(userItems, weight -> Math.pow(Math.max(1, weight / mean), -exponent) / (mean * mean));
    }

    /** The mean degree of users with edges, 1 where there are none. */
    static double mean(CsrGraph userItems) {
        double mean = userItems.meanWeight();
        double[] degrees = weights(userItems, weight -> Math.max(1, weight / mean));
        double sum = 0;
        int count = 0;
        for (double degree : degrees) {
            sum += degree;
            count += degree > 0 ? 1 : 0;
        }
        return count == 0 ? 1 : sum / count;
    }
}
