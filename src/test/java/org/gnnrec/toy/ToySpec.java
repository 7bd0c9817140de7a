package org.gnnrec.toy;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * Items as sums of random vectors of their users, users as sums of their items: two items are alike if they share users.
 *
 * @param exponent of an item's degree by which its vector is divided; null while it is to be chosen
 */
record ToySpec(int dimension, Double exponent) implements ClosedSpec {
    @Override
    public TrainedModel solve(TrainingGraph graph, long seed, Workers workers) {
        CsrGraph rows = graph.edges().userItems();
        DenseMatrix directions = DenseMatrix.zeros(rows.rowCount(), dimension);
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < directions.data().length; n++) {
            directions.data()[n] = random.nextBoolean() ? 1 : -1;
        }
        DenseMatrix items = sums(graph.edges().itemUsers(), directions, exponent);
        return new TrainedModel(sums(rows, items, ToyFoldIn.USER_EXPONENT), items, NamedArrays.NONE);
    }

    private DenseMatrix sums(CsrGraph edges, DenseMatrix neighbors, double power) {
        DenseMatrix sums = DenseMatrix.zeros(edges.rowCount(), dimension);
        for (int row = 0; row < edges.rowCount(); row++) {
            for (int e = edges.offsets()[row]; e < edges.offsets()[row + 1]; e++) {
                Kernels.get().axpy((float) (edges.weight(e) / Math.pow(edges.rowWeight(row), power)), neighbors.data(),
                        neighbors.offset(edges.neighbors()[e]), sums.data(), sums.offset(row), dimension);
            }
        }
        return sums;
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        return new ToyFoldIn(model.items());
    }

    @Override
    public long bytes(TrainingSize size) {
        return size.rowBytes(dimension) + 4 * size.users() * dimension;
    }
}
