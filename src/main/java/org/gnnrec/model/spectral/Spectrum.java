package org.gnnrec.model.spectral;

import java.util.Arrays;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.SubspaceIteration;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * The leading singular values of {@code D_u^-1/2 R D_i^-1/2} and its right singular vectors. Those below a thousandth
 * of the first are left out: they are rounding.
 *
 * @param singular falling
 * @param vectors items x singular
 */
record Spectrum(double[] singular, DenseMatrix vectors) {
    private static final double ROUNDING = 1e-3;

    /** The widest decomposition of a graph so far. */
    private static final class Widest {
        private int dimension;
        private Spectrum spectrum;

        Spectrum of(TrainingGraph graph, int wanted, long seed, Workers workers) {
            if (wanted > dimension) {
                spectrum = decompose(graph.edges(), wanted, seed, workers);
                dimension = wanted;
            }
            return spectrum;
        }
    }

    private record Key(long seed) {}

    /** At least so many values and vectors, where the graph has them. The widest that was asked for is kept. */
    static Spectrum of(TrainingGraph graph, int dimension, long seed, Workers workers) {
        return graph.once(new Key(seed), Widest::new).of(graph, dimension, seed, workers);
    }

    private static Spectrum decompose(BipartiteGraph graph, int dimension, long seed, Workers workers) {
        SubspaceIteration.Pairs pairs = SubspaceIteration
                .leading(new ItemProducts(NormalizedAdjacency.of(graph), workers), dimension, seed, workers);
        double[] singular = pairs.values().clone();
        int rank = 0;
        for (int n = 0; n < singular.length; n++) {
            singular[n] = Math.sqrt(singular[n]);
            rank += singular[n] > ROUNDING * singular[0] ? 1 : 0;
        }
        return new Spectrum(Arrays.copyOf(singular, rank), pairs.vectors());
    }

    /** The first singular values in one row, and zeros where the graph has no more. */
    DenseMatrix values(int dimension) {
        DenseMatrix values = DenseMatrix.zeros(1, dimension);
        for (int n = 0; n < Math.min(dimension, singular.length); n++) {
            values.data()[n] = (float) singular[n];
        }
        return values;
    }

    /** Copies the first numbers of an item's vector into its row, which has so many columns. */
    void copyVector(int item, int dimension, DenseMatrix rows) {
        System.arraycopy(vectors.data(), vectors.offset(item), rows.data(), rows.offset(item),
                Math.min(dimension, singular.length));
    }

    /** Bytes of a decomposition: its vectors, the weights of both directions, and a panel of both sides. */
    static long bytes(TrainingSize size, int dimension) {
        return SubspaceIteration.bytes(size.items(), Math.min(size.users(), size.items()), dimension)
                + 8 * size.edges() + size.rowBytes(ItemProducts.PANEL);
    }
}
