package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gnnrec.linalg.DenseMatrix;
import org.neo4j.graphdb.Node;

/** The dense weights of a model: their shapes in a property of its node, their values one after the other in its parts. */
final class DenseWeights {
    private static final String KIND = "weights";
    private static final String SHAPES = "weightShapes";

    private DenseWeights() {}

    static void writeParts(List<DenseMatrix> weights, ModelParts.Writer parts) {
        float[] values = new float[weights.stream().mapToInt(weight -> weight.data().length).sum()];
        int from = 0;
        for (DenseMatrix weight : weights) {
            System.arraycopy(weight.data(), 0, values, from, weight.data().length);
            from += weight.data().length;
        }
        PartStreams.writeFloats(values, parts.begin(KIND));
    }

    /** Rows and columns of each; nothing where there is none. */
    static void writeShapes(List<DenseMatrix> weights, Node model) {
        if (!weights.isEmpty()) {
            model.setProperty(SHAPES, weights.stream().flatMapToLong(
                    weight -> Arrays.stream(new long[]{ weight.rows(), weight.cols() })).toArray());
        }
    }

    static List<DenseMatrix> read(Node model) {
        long[] shapes = (long[]) model.getProperty(SHAPES, new long[0]);
        int length = 0;
        for (int n = 0; n < shapes.length; n += 2) {
            length += Math.toIntExact(shapes[n] * shapes[n + 1]);
        }
        List<byte[]> parts = ModelParts.read(model, KIND);
        return cut(PartStreams.readFloats(length, parts.size(), parts::get), shapes);
    }

    private static List<DenseMatrix> cut(float[] values, long[] shapes) {
        List<DenseMatrix> weights = new ArrayList<>();
        int from = 0;
        for (int n = 0; n < shapes.length; n += 2) {
            int size = Math.toIntExact(shapes[n] * shapes[n + 1]);
            weights.add(new DenseMatrix((int) shapes[n], (int) shapes[n + 1],
                    Arrays.copyOfRange(values, from, from + size)));
            from += size;
        }
        return weights;
    }
}
