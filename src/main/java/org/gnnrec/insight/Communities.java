package org.gnnrec.insight;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.TopK;

/**
 * Items, each in the community of its nearest centroid. Immutable by contract. 16 bytes an item.
 *
 * @param sizes how many items each community has
 * @param nearest the community of each item
 * @param second the community with the next centroid, or -1 if there is only one community
 * @param cosines of each item with its nearest centroid
 * @param secondCosines of each item with the next centroid, or -1
 */
public record Communities(int[] sizes, int[] nearest, int[] second, float[] cosines, float[] secondCosines) {

    private static final int BLOCK = 256;

    /**
     * Gives every item to its nearest centroid, the first among equals. O(items centroids d), in blocks that do not
     * depend on the threads; 1 KiB a centroid for each thread.
     *
     * @param items of length one, n x d
     * @param centroids of length one, communities x d
     */
    static Communities of(DenseMatrix items, DenseMatrix centroids, Parallel parallel, Cancellation cancellation) {
        int n = items.rows();
        Communities result = new Communities(new int[centroids.rows()], new int[n], new int[n], new float[n],
                new float[n]);
        parallel.forRange((n + BLOCK - 1) / BLOCK, (part, from, to) -> {
            float[] cosines = new float[BLOCK * centroids.rows()];
            TopK two = new TopK(2);
            for (int block = from; block < to; block++) {
                cancellation.check();
                result.assign(items, centroids, block * BLOCK, cosines, two);
            }
        });
        for (int community : result.nearest) {
            result.sizes[community]++;
        }
        return result;
    }

    private void assign(DenseMatrix items, DenseMatrix centroids, int first, float[] block, TopK two) {
        int rows = Math.min(BLOCK, items.rows() - first);
        int k = centroids.rows();
        Kernels.get().multiplyTransposed(items.data(), items.offset(first), rows, centroids.data(), 0, k, items.cols(),
                block, 0, k);
        int[] best = new int[2];
        float[] scores = new float[2];
        for (int row = 0; row < rows; row++) {
            two.offerAll(0, block, row * k, k);
            boolean alone = two.drainTo(best, scores) == 1;
            nearest[first + row] = best[0];
            cosines[first + row] = scores[0];
            second[first + row] = alone ? -1 : best[1];
            secondCosines[first + row] = alone ? -1 : scores[1];
        }
    }

    /** The items of each community, ascending. O(items); 4 bytes an item. */
    public int[][] members() {
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, community -> new int[sizes[community]]);
        int[] filled = new int[sizes.length];
        for (int item = 0; item < nearest.length; item++) {
            members[nearest[item]][filled[nearest[item]]++] = item;
        }
        return members;
    }

    /** The communities that have items, by falling size. */
    int[] bySize() {
        return IntStream.range(0, sizes.length).filter(community -> sizes[community] > 0).boxed()
                .sorted((a, b) -> Integer.compare(sizes[b], sizes[a])).mapToInt(Integer::intValue).toArray();
    }

    /**
     * How clearly items belong to one community, in [0, 1]: the mean of {@code (b - a) / b}, where a and b are one
     * minus the cosine with the nearest and the next centroid. The simplified silhouette of Vendramin, Campello and
     * Hruschka (Statistical Analysis and Data Mining 3, 2010). O(items).
     */
    double silhouette() {
        return IntStream.range(0, nearest.length).mapToDouble(this::silhouette).average().orElse(0);
    }

    private double silhouette(int item) {
        double b = 1 - secondCosines[item];
        return b > 0 ? (cosines[item] - secondCosines[item]) / b : 0;
    }
}
