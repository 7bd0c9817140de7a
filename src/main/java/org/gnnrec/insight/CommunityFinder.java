package org.gnnrec.insight;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Sample;

/**
 * Finds communities of items. First k-means++ runs on the directions of a sample of the known items. Then every item
 * goes to the centroid with the largest cosine. The sample is bounded, so the cost is linear in the items.
 */
public final class CommunityFinder {
    static final int SAMPLE = 20_000;
    /** Enough to compare numbers of communities, which need a clustering each. */
    private static final int SMALL_SAMPLE = 2_000;

    private final DenseMatrix items;
    private final int[] degrees;
    private final long seed;
    private final Parallel parallel;
    private final Cancellation cancellation;

    /**
     * @param items of length one, n x d, n at least 2
     * @param degrees how many users each item has
     * @param cancellation called every now and then, from all threads; throws to stop
     */
    public CommunityFinder(DenseMatrix items, int[] degrees, long seed, Parallel parallel, Cancellation cancellation) {
        this.items = items;
        this.degrees = degrees;
        this.seed = seed;
        this.parallel = parallel;
        this.cancellation = cancellation;
    }

    /**
     * So many communities, numbered from 0 by falling size; fewer only if fewer directions differ. For s items in the
     * sample, a round of k-means costs O(s count d), and the last step O(n count d); 12 s d + 16 n bytes.
     *
     * @param count from 2 to n
     */
    public Communities find(int count) {
        DenseMatrix centroids = centroids(sample(SAMPLE, count), count);
        int[] bySize = Communities.of(items, centroids, parallel, cancellation).bySize();
        return Communities.of(items, centroids.gather(bySize), parallel, cancellation);
    }

    /**
     * The number of communities that suits the items: the candidate with the largest silhouette on a small sample, the
     * smallest among equals.
     */
    public int chooseCount() {
        int[] candidates = CommunityCount.candidates(items.rows());
        double[] silhouettes = new double[candidates.length];
        parallel.forRange(candidates.length, (part, from, to) -> {
            for (int candidate = from; candidate < to; candidate++) {
                silhouettes[candidate] = silhouette(candidates[candidate]);
            }
        });
        return CommunityCount.best(candidates, silhouettes);
    }

    private double silhouette(int count) {
        DenseMatrix sample = sample(SMALL_SAMPLE, count);
        try (Parallel here = new Parallel(1)) {
            return Communities.of(sample, centroids(sample, count), here, cancellation).silhouette();
        }
    }

    private DenseMatrix sample(int most, int atLeast) {
        int[] known = KnownItems.of(IntStream.range(0, items.rows()).toArray(), degrees, atLeast);
        return items.gather(Sample.of(known, most, new SplittableRandom(seed)));
    }

    private DenseMatrix centroids(DenseMatrix sample, int count) {
        DenseMatrix means = Statistics.get().kMeans(sample, count, seed, cancellation);
        return Directions.of(means, IntStream.range(0, count).toArray());
    }
}
