package org.gnnrec.evaluation;

import java.util.Arrays;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.TopK;

/**
 * Item-based nearest neighbors (Sarwar et al., WWW 2001) on binary data: the similarity of two items is the cosine of
 * their columns, {@code users of both / sqrt(d_i d_j)}; each item keeps its nearest, ties to the lower index; the
 * score of item j is the sum of {@code similarity(i, j)} over the user's items i that keep j. Building costs
 * O(sum over users of degree^2) and 8 bytes a kept neighbor: never items x items.
 */
public final class ItemKnnScorer implements Scorer {
    private final CsrGraph train;
    private final int[] offsets;
    private final int[] neighbors;
    private final float[] similarities;

    /** Finds the nearest {@code neighborCount} items of each item; {@code graph} is what the users have. */
    public ItemKnnScorer(BipartiteGraph graph, int neighborCount, Parallel parallel) {
        this.train = graph.userItems();
        int items = graph.itemCount();
        int[][] nearest = new int[items][];
        float[][] values = new float[items][];
        parallel.forRange(items, (part, from, to) -> {
            Neighborhood neighborhood = new Neighborhood(graph, neighborCount);
            for (int item = from; item < to; item++) {
                neighborhood.find(item);
                nearest[item] = neighborhood.items();
                values[item] = neighborhood.values();
            }
        });
        this.offsets = new int[items + 1];
        for (int item = 0; item < items; item++) {
            offsets[item + 1] = Math.addExact(offsets[item], nearest[item].length);
        }
        this.neighbors = new int[offsets[items]];
        this.similarities = new float[offsets[items]];
        for (int item = 0; item < items; item++) {
            System.arraycopy(nearest[item], 0, neighbors, offsets[item], nearest[item].length);
            System.arraycopy(values[item], 0, similarities, offsets[item], nearest[item].length);
        }
    }

    @Override
    public int itemCount() {
        return train.columnCount();
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        Arrays.fill(out.data(), 0);
        for (int row = 0; row < to - from; row++) {
            int user = users[from + row];
            for (int e = train.offsets()[user]; e < train.offsets()[user + 1]; e++) {
                addNeighbors(train.neighbors()[e], out.data(), out.offset(row));
            }
        }
    }

    private void addNeighbors(int item, float[] scores, int offset) {
        for (int n = offsets[item]; n < offsets[item + 1]; n++) {
            scores[offset + neighbors[n]] += similarities[n];
        }
    }

    /** Scratch of one thread: co-occurrence counts of one item with the rest, sparse. */
    private static final class Neighborhood {
        private final BipartiteGraph graph;
        private final int[] counts;
        private final int[] touched;
        private final TopK nearest;
        private final int[] items;
        private final float[] values;
        private int touchedCount;
        private int found;

        Neighborhood(BipartiteGraph graph, int neighborCount) {
            this.graph = graph;
            this.counts = new int[graph.itemCount()];
            this.touched = new int[graph.itemCount()];
            this.nearest = new TopK(neighborCount);
            this.items = new int[neighborCount];
            this.values = new float[neighborCount];
        }

        void find(int item) {
            CsrGraph itemUsers = graph.itemUsers();
            for (int e = itemUsers.offsets()[item]; e < itemUsers.offsets()[item + 1]; e++) {
                count(itemUsers.neighbors()[e]);
            }
            for (int t = 0; t < touchedCount; t++) {
                int other = touched[t];
                if (other != item) {
                    double degrees = (double) itemUsers.degree(item) * itemUsers.degree(other);
                    nearest.offer(other, (float) (counts[other] / Math.sqrt(degrees)));
                }
                counts[other] = 0;
            }
            touchedCount = 0;
            found = nearest.drainTo(items, values);
        }

        private void count(int user) {
            CsrGraph userItems = graph.userItems();
            for (int e = userItems.offsets()[user]; e < userItems.offsets()[user + 1]; e++) {
                int item = userItems.neighbors()[e];
                if (counts[item]++ == 0) {
                    touched[touchedCount++] = item;
                }
            }
        }

        int[] items() {
            return Arrays.copyOf(items, found);
        }

        float[] values() {
            return Arrays.copyOf(values, found);
        }
    }
}
