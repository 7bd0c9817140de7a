package org.gnnrec.insight.hipparchus;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.insight.Statistics;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.DistanceMeasure;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.inference.GTest;
import org.hipparchus.util.MathArrays;

/**
 * {@link Statistics} on Hipparchus. Only method bodies name foreign types, because Neo4j reflects over this class where
 * Hipparchus is not visible.
 */
public final class HipparchusStatistics implements Statistics {
    private static final int STARTS = 4;
    private static final int ROUNDS = 100;

    /** Euclidean, and asks every now and then whether to go on. A lambda would name an exception of the library. */
    private static final class Distance {
        private static final int BETWEEN_CHECKS = 1 << 16;

        private final Cancellation cancellation;
        private int calls;

        Distance(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        double between(double[] a, double[] b) {
            if (calls++ % BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            return MathArrays.distance(a, b);
        }
    }

    /** Chooses the best start itself: the library would compare the spread of distances, not their squares. */
    @Override
    public DenseMatrix kMeans(DenseMatrix points, int clusters, long seed, Cancellation cancellation) {
        DistanceMeasure distance = new Distance(cancellation)::between;
        var oneStart = new KMeansPlusPlusClusterer<DoublePoint>(clusters, ROUNDS, distance, new Well19937c(seed));
        double[][] rows = rows(points);
        List<DoublePoint> list = new ArrayList<>(rows.length);
        for (double[] row : rows) {
            list.add(new DoublePoint(row));
        }
        double[][] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            double[][] means = new double[clusters][];
            int cluster = 0;
            for (CentroidCluster<DoublePoint> found : oneStart.cluster(list)) {
                means[cluster++] = found.getCenter().getPoint();
            }
            double squares = squares(rows, means);
            best = best == null || squares < least ? means : best;
            least = Math.min(least, squares);
        }
        return matrix(best, points.cols());
    }

    @Override
    public double rootLogLikelihoodRatio(long aAndB, long aNotB, long bNotA, long neither) {
        return new GTest().rootLogLikelihoodRatio(aAndB, aNotB, bNotA, neither);
    }

    @Override
    public double normalQuantile(double probability) {
        return new NormalDistribution().inverseCumulativeProbability(probability);
    }

    /** The sum that k-means makes small: the squares of all distances to the nearest mean. */
    private static double squares(double[][] points, double[][] means) {
        double sum = 0;
        for (double[] point : points) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] mean : means) {
                nearest = Math.min(nearest, MathArrays.distance(point, mean));
            }
            sum += nearest * nearest;
        }
        return sum;
    }

    private static double[][] rows(DenseMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < matrix.cols(); i++) {
                rows[row][i] = matrix.data()[matrix.offset(row) + i];
            }
        }
        return rows;
    }

    private static DenseMatrix matrix(double[][] rows, int cols) {
        DenseMatrix matrix = DenseMatrix.zeros(rows.length, cols);
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < cols; i++) {
                matrix.data()[matrix.offset(row) + i] = (float) rows[row][i];
            }
        }
        return matrix;
    }
}
