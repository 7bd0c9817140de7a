package org.gnnrec.model.sparse;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.RidgeSolver;
import org.gnnrec.linalg.SparseRows;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainingGraph;

/**
 * Sparse linear methods in closed form. Column j of W is the ridge regression of item j on the items nearest to it,
 * {@code (G_SS + ridge I)^-1 G_Sj} with {@code G = X^T D_u^-a X}. With all items as neighbors it is the regression of each item
 * on the others of EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019). Choosing neighbors first
 * is fsSLIM (Ning and Karypis, "SLIM: Sparse Linear Methods for Top-N Recommender Systems", ICDM 2011, section 4.3),
 * which adds an L1 norm and no negative weights.
 */
final class Slim {
    private final SparseRows nearest;
    private final Gram gram;
    private final float ridge;
    private final Workers workers;

    private record NearestKey(int neighbors) {}

    private record GramKey(double userExponent) {}

    private record LatestKey(int neighbors, double userExponent) {}

    /** The weights of the last ridge: alternatives that differ in exponents of items alone follow one another. */
    private static final class Latest {
        private double regularization;
        private SparseRows weights;

        SparseRows of(double wanted, Supplier<SparseRows> work) {
            if (weights == null || wanted != regularization) {
                weights = null; // room for the next
                weights = work.get();
                regularization = wanted;
            }
            return weights;
        }
    }

    private Slim(SparseRows nearest, Gram gram, double ridge, Workers workers) {
        this.nearest = nearest;
        this.gram = gram;
        this.ridge = (float) ridge;
        this.workers = workers;
    }

    /** W, items x items. O(items * neighbors^3 + sum over users of degree^2). */
    static SparseRows weights(TrainingGraph graph, int neighbors, double userExponent, double regularization,
            Workers workers) {
        return graph.once(new LatestKey(neighbors, userExponent), Latest::new).of(regularization, () -> {
            CsrGraph rows = graph.edges().userItems();
            SparseRows nearest = graph.once(new NearestKey(neighbors),
                    () -> nearest(graph.edges(), neighbors, workers));
            Gram gram = graph.once(new GramKey(userExponent),
                    () -> gram(graph.edges(), UserDegrees.factors(rows, userExponent), workers));
            double ridge = regularization * Math.pow(UserDegrees.mean(rows), -userExponent);
            return new Slim(nearest, gram, ridge, workers).solve();
        });
    }

    /** All sums where they are few enough. Otherwise they are found again for each item. */
    private static Gram gram(BipartiteGraph graph, double[] factors, Workers workers) {
        return graph.itemCount() <= Gram.MOST_DENSE
                ? DenseGram.of(graph, factors, workers)
                : () -> new LocalGram(graph, factors);
    }

    /** By {@code R~^T R~}, where R~ is {@code D_u^-1/2 R D_i^-1/2}: without its column's factor an order of each row. */
    private static SparseRows nearest(BipartiteGraph graph, int neighbors, Workers workers) {
        double[] inverse = UserDegrees.weights(graph.userItems(), weight -> 1 / weight);
        double[] weights = graph.userItems().columnWeights();
        float[] inverseRoots = new float[weights.length];
        for (int item = 0; item < weights.length; item++) {
            inverseRoots[item] = (float) (1 / Math.sqrt(weights[item]));
        }
        return NearestItems.of(graph, inverse, inverseRoots, neighbors, workers);
    }

    private SparseRows solve() {
        float[] weights = new float[nearest.columns().length];
        workers.parallel().forRange(nearest.rowCount(), (part, from, to) -> {
            Gram.Copies copies = gram.copies();
            RidgeSolver solver = new RidgeSolver();
            float[] system = new float[square(longest(from, to) + 1)];
            for (int item = from; item < to; item++) {
                workers.cancellation().check();
                regress(item, copies, solver, system, weights);
            }
        });
        return new SparseRows(nearest.offsets(), nearest.columns(), weights).transpose(nearest.rowCount());
    }

    private int longest(int from, int to) {
        return IntStream.range(from, to).map(nearest::length).max().orElse(0);
    }

    private static int square(int n) {
        return n * n;
    }

    /** Writes the column of an item, in the place of the row of its nearest items. */
    private void regress(int item, Gram.Copies copies, RidgeSolver solver, float[] system, float[] weights) {
        int from = nearest.offsets()[item];
        int n = nearest.length(item);
        int[] items = Arrays.copyOfRange(nearest.columns(), from, from + n + 1);
        items[n] = item;
        copies.copy(items, system);
        solver.solve(system, n, ridge);
        for (int row = 0; row < n; row++) {
            weights[from + row] = system[row * (n + 1) + n];
        }
    }
}
