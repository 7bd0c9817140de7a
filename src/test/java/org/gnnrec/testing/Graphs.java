package org.gnnrec.testing;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Normalization;

/** Small graphs for tests: from text, and at random from a seed. */
public final class Graphs {
    private Graphs() {}

    /** {@code parse(2, 3, "0:0,2; 1:1")} is a graph of 2 x 3 with the rows given. */
    public static CsrGraph parse(int rows, int columns, String text) {
        CsrBuilder builder = new CsrBuilder(rows, columns);
        for (String row : text.split(";", -1)) {
            String[] parts = row.trim().split(":", -1);
            boolean isEmpty = parts.length < 2 || parts[1].isBlank();
            for (String column : isEmpty ? new String[0] : parts[1].split(",", -1)) {
                builder.add(Integer.parseInt(parts[0].trim()), Integer.parseInt(column.trim()));
            }
        }
        return builder.build();
    }

    /** Each pair is an edge with the given chance. */
    public static CsrGraph random(int rows, int columns, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CsrBuilder builder = new CsrBuilder(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextDouble() < density) {
                    builder.add(row, column);
                }
            }
        }
        return builder.build();
    }

    /** The same edges with weights from 0.1 to 10. */
    public static CsrGraph weighted(CsrGraph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[graph.edgeCount()];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (float) Math.pow(10, random.nextDouble(-1, 1));
        }
        return CsrGraph.of(graph.rowCount(), graph.columnCount(), graph.offsets(), graph.neighbors(), weights);
    }

    /** The dense twin of the symmetrically normalized adjacency's user half, users x items. */
    public static double[][] normalized(CsrGraph graph) {
        return normalized(graph, Normalization.SYMMETRIC);
    }

    /** The dense twin of one half of the normalized adjacency, whose rows receive from the columns. */
    public static double[][] normalized(CsrGraph graph, Normalization normalization) {
        CsrGraph transposed = graph.transpose();
        double[][] dense = new double[graph.rowCount()][graph.columnCount()];
        for (int row = 0; row < dense.length; row++) {
            for (int column = 0; column < graph.columnCount(); column++) {
                if (graph.contains(row, column)) {
                    dense[row][column] = graph.weightBetween(row, column)
                            / Math.pow(graph.rowWeight(row), normalization.receiver())
                            / Math.pow(transposed.rowWeight(column), normalization.sender())
                            / Math.pow(graph.meanWeight(), 1 - normalization.receiver() - normalization.sender());
                }
            }
        }
        return dense;
    }
}
