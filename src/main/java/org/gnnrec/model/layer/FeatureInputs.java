package org.gnnrec.model.layer;

import java.util.SplittableRandom;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.encoder.EdgesByColumn;
import org.gnnrec.model.encoder.RowSet;
import org.gnnrec.model.encoder.Weight;

/** The features of one side times a weight that has a row for each of their columns: {@code x W}. */
final class FeatureInputs {
    /** As small as the rows that nodes have of their own begin. */
    private static final double DEVIATION = 0.01;
    private static final double ROOM = 1.25;

    private final FeatureMatrix features;
    private final Weight weight;
    private final EdgesByColumn byColumn;
    private final Parallel parallel;
    private final Kernels kernels = Kernels.get();
    private int[] offsets = new int[1];
    private int[] columns = new int[0];
    private float[] values = new float[0];

    FeatureInputs(String side, FeatureMatrix features, int dimension, Parallel parallel) {
        this.features = features;
        this.weight = Weight.zeros("features." + side, features.columnCount(), dimension);
        this.byColumn = new EdgesByColumn(features.columnCount());
        this.parallel = parallel;
    }

    boolean exist() {
        return features.columnCount() > 0;
    }

    Weight weight() {
        return weight;
    }

    /** Small random rows; of a column that no node has zeros, so that it says nothing if one has it later. */
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

    /** Adds what the features of a node come to to a row. O(features of the node * d). */
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
        int place = 0;
        makeRoom(nodes, from, to);
        for (int slot = 0; slot < nodes.size(); slot++) {
            int node = nodes.row(slot);
            place = node >= from && node < to ? take(node - from, place) : place;
            offsets[slot + 1] = place;
        }
        byColumn.sort(nodes.size(), offsets, columns, values);
        byColumn.multiplyAdd(gradient, weight.gradient(), parallel);
    }

    private void makeRoom(RowSet nodes, int from, int to) {
        int entries = 0;
        for (int slot = 0; slot < nodes.size(); slot++) {
            int node = nodes.row(slot);
            entries += node >= from && node < to ? entryCount(node - from) : 0;
        }
        if (offsets.length <= nodes.size()) {
            offsets = new int[nodes.capacity() + 1];
        }
        if (columns.length < entries) {
            columns = new int[(int) (ROOM * entries)];
            values = new float[columns.length];
        }
    }

    private int entryCount(int node) {
        return features.offsets()[node + 1] - features.offsets()[node];
    }

    private int take(int node, int place) {
        System.arraycopy(features.columns(), features.offsets()[node], columns, place, entryCount(node));
        System.arraycopy(features.values(), features.offsets()[node], values, place, entryCount(node));
        return place + entryCount(node);
    }
}
