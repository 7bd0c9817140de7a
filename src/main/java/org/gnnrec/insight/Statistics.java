package org.gnnrec.insight;

import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;

/**
 * Statistics from a maintained library, Hipparchus: see {@link StatisticsLoader}. Thread-safe; each call runs on the
 * calling thread alone, and the same arguments give the same bits.
 */
public interface Statistics {

    /**
     * Means of clusters, clusters x d, by k-means++ (Arthur and Vassilvitskii, SODA 2007): the best of four starts,
     * each of at most 100 rounds. A round costs O(points clusters d); 8 bytes a number of the points.
     *
     * @param points n x d, n not below the clusters
     * @param cancellation called every now and then; throws to stop
     */
    DenseMatrix kMeans(DenseMatrix points, int clusters, long seed, Cancellation cancellation);

    /**
     * The signed root of the G-test's statistic on a table of two by two, standard normal if a and b are independent.
     * It is positive if a has b more often than the rest has (Dunning, Computational Linguistics 19, 1993). Fails if a,
     * b or one of their complements is empty.
     */
    double rootLogLikelihoodRatio(long aAndB, long aNotB, long bNotA, long neither);

    /** The number that a standard normal one stays below with this probability. */
    double normalQuantile(double probability);

    /** The statistics of this JVM. {@link StatisticsLoader} loads them on first use, or fails. */
    static Statistics get() {
        return StatisticsLoader.statistics();
    }
}
