package org.gnnrec.model.layer;

import java.util.SplittableRandom;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.EdgesByColumn;
import org.gnnrec.model.EdgesByRow;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.Weight;

/** The features of one side times a weight that has a row for each of their columns: {@code x W}. */
final class FeatureInputs {
    /** The deviation of the first values, about that of the nodes' own rows. */
    private static final double DEVIATION = 0.01;

    private final FeatureMatrix features;
    private final Weight weight;
    private final EdgesByColumn byColumn;
    private final Parallel parallel;
    private final Kernels kernels = Kernels.get();
    private final EdgesByRow entries = new EdgesByRow();

    FeatureInputs(String side, FeatureMatrix features, int dimension, Parallel parallel) {
        this.features = features;
        this.weight = Weight.zeros(weightName(side), features.columnCount(), dimension);
        this.byColumn = new EdgesByColumn(features.columnCount());
        this.parallel = parallel;
    }

    /** The name of the weight of a side, 'users' or 'items'. */
    static String weightName(String side) {
        return "features." + side;
    }

    boolean exist() {
        return features.columnCount() > 0;
    }

    Weight weight() {
        return weight;
    }

    /** Small random rows. A column that no node has gets zeros, so it has no effect if a node has it later. */
    void initialize(SplittableRandom random) {
        boolean[] occurs = new boolean[features.columnCount()];
        for (int column : features.columns()) {
            occurs[column] = true;
        }
        for (int n = 0; n < weight.size(); n++) {
            float value = (float) (DEVIATION * random.nextGaussian());
            weight.values().data()[n] = occurs[n / weight.values().cols()] ? value : 0;
        }
    }

    /** Adds the features of a node times the weight to a row. O(features of the node * d). */
    void addTo(int node, DenseMatrix out, int row) {
        kernels.gather(features.columns(), features.values(), features.offsets()[node], features.offsets()[node + 1],
                weight.values().data(), out.cols(), out.data(), out.offset(row));
    }

    /**
     * Adds the gradient of the weight.
     *
     * @param gradient by the first rows, which belong to the nodes
     * @param from the first node of this side; {@code to} the one after the last
     */
    void backward(DenseMatrix gradient, RowSet nodes, int from, int to) {
        if (!exist()) {
            return;
        }
        int[] offsets = features.offsets();
        entries.begin(nodes, node -> node >= from && node < to ? offsets[node - from + 1] - offsets[node - from] : 0);
        for (int slot = 0; slot < nodes.size(); slot++) {
            int node = nodes.row(slot);
            if (node >= from && node < to) {
                entries.add(features.columns(), features.values(), offsets[node - from], offsets[node - from + 1]);
            }
            entries.endRow();
        }
        byColumn.sort(entries);
        byColumn.multiplyAdd(gradient, weight.gradient(), parallel);
    }
}
