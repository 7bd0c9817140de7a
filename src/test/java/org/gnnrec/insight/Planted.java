package org.gnnrec.insight;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;

/** Items planted around directions of their own: item i belongs to group i % groups. */
record Planted(DenseMatrix directions, int[] degrees, int groups) {

    private static final int DIMENSION = 16;

    /** @param noise length of what is added to an item's direction, about */
    static Planted of(int items, int groups, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix centers = gaussian(groups, random);
        DenseMatrix matrix = gaussian(items, random);
        for (int item = 0; item < items; item++) {
            for (int i = 0; i < DIMENSION; i++) {
                int at = matrix.offset(item) + i;
                matrix.data()[at] = (float) (centers.data()[centers.offset(item % groups) + i]
                        + noise * matrix.data()[at]);
            }
        }
        int[] all = IntStream.range(0, items).toArray();
        return new Planted(Directions.of(matrix, all), Arrays.stream(all).map(item -> 1 + item / groups).toArray(),
                groups);
    }

    private static DenseMatrix gaussian(int rows, SplittableRandom random) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, DIMENSION);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }

    Communities find(int count, int concurrency) {
        try (Parallel parallel = new Parallel(concurrency)) {
            return new CommunityFinder(directions, degrees, 42, parallel, () -> {}).find(count);
        }
    }

    int chooseCount(int concurrency) {
        try (Parallel parallel = new Parallel(concurrency)) {
            return new CommunityFinder(directions, degrees, 42, parallel, () -> {}).chooseCount();
        }
    }

    /** The share of items whose group is the most frequent one of their community. */
    double purity(Communities communities) {
        int right = 0;
        for (int[] members : communities.members()) {
            int[] counts = new int[groups];
            Arrays.stream(members).forEach(item -> counts[item % groups]++);
            right += Arrays.stream(counts).max().orElse(0);
        }
        return (double) right / degrees.length;
    }
}
