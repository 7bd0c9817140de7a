package org.gnnrec.model.lightgcn;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;

/** The final embeddings in double, dense and straight from the papers; rows are users, then items. */
public final class DenseTwin {
    private final LightGcnShape shape;
    private final int users;
    private final double[][] toUsers;
    private final double[][] toItems;

    public DenseTwin(CsrGraph graph, int layers, boolean rowNormalization) {
        this(graph, new LightGcnShape(layers, 1, rowNormalization, Integer.MAX_VALUE));
    }

    DenseTwin(CsrGraph graph, LightGcnShape shape) {
        this.shape = shape;
        this.users = graph.rowCount();
        this.toUsers = Graphs.normalized(graph, shape.normalization());
        this.toItems = Graphs.normalized(graph.transpose(), shape.normalization());
    }

    public double[][] forward(double[][] base) {
        double[][] last = new double[base.length][base[0].length];
        add(base, shape.ownWeight(), last);
        double[][] hop = base;
        for (int k = 1; k <= shape.layers(); k++) {
            hop = propagate(shape.rowNormalization() ? units(hop) : hop);
            add(hop, shape.hopWeight(), last);
        }
        return last;
    }

    private double[][] propagate(double[][] x) {
        double[][] y = new double[x.length][x[0].length];
        for (int n = 0; n < y.length; n++) {
            double[] weights = n < users ? toUsers[n] : toItems[n - users];
            for (int m = 0; m < weights.length; m++) {
                double[] from = x[n < users ? users + m : m];
                for (int c = 0; c < from.length; c++) {
                    y[n][c] += weights[m] * from[c];
                }
            }
        }
        return y;
    }

    private static double[][] units(double[][] x) {
        return Arrays.stream(x).map(row -> {
            double length = Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
            return Arrays.stream(row).map(value -> length == 0 ? 0 : value / length).toArray();
        }).toArray(double[][]::new);
    }

    private static void add(double[][] x, double factor, double[][] y) {
        for (int n = 0; n < x.length; n++) {
            for (int c = 0; c < x[n].length; c++) {
                y[n][c] += factor * x[n][c];
            }
        }
    }
}
