package org.gnnrec.archive;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArrays;

/** A graph as named arrays, and back. */
public final class GraphArrays {
    /** The name of the array that has one number more than there are rows. */
    public static final String OFFSETS = "offsets";
    private static final String NEIGHBORS = "neighbors";
    private static final String WEIGHTS = "weights";

    private GraphArrays() {}

    public static NamedArrays of(CsrGraph graph) {
        NamedArrays arrays = NamedArrays.NONE.with(OFFSETS, new NamedArray.Ints(graph.offsets()))
                .with(NEIGHBORS, new NamedArray.Ints(graph.neighbors()));
        return graph.isWeighted()
                ? arrays.with(WEIGHTS, new DenseMatrix(1, graph.edgeCount(), graph.weights()))
                : arrays;
    }

    /** The graph of these arrays. Fails where they do not fit its rows and columns. */
    public static CsrGraph graph(NamedArrays arrays, int rows, int columns) {
        float[] weights = arrays.has(WEIGHTS) ? arrays.matrix(WEIGHTS).data() : null;
        return CsrGraph.of(rows, columns, arrays.ints(OFFSETS), arrays.ints(NEIGHBORS), weights);
    }
}
