package org.gnnrec.model.gat;

import static org.gnnrec.testing.LayerGradient.add;
import static org.gnnrec.testing.LayerGradient.dot;
import static org.gnnrec.testing.LayerGradient.times;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Dropout;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.testing.LayerGradient;

/** Equations 1 to 6 of GAT, and 7 of GATv2, for one layer with a skip connection, in double. */
record GatTwin(GatShape shape, boolean hidden) implements LayerGradient.Twin {
    @Override
    public double[][] forward(Block block, double[][] source, List<double[][]> weights) {
        Pass pass = LayerGradient.training();
        double[][] input = dropped(source, pass);
        Iterator<double[][]> next = weights.iterator();
        double[][] targets = new double[block.size()][];
        for (int h = 0; h < shape.heads(); h++) {
            double[][] head = head(block, input, next, pass);
            for (int t = 0; t < targets.length; t++) {
                targets[t] = combined(targets[t], head[t]);
            }
        }
        for (int t = 0; t < targets.length; t++) {
            add(1, input[t], targets[t]);
        }
        return hidden ? Arrays.stream(targets).map(GatTwin::elu).toArray(double[][]::new) : targets;
    }

    private double[] combined(double[] sofar, double[] head) {
        if (hidden) {
            return DoubleStream.concat(sofar == null ? DoubleStream.empty() : Arrays.stream(sofar), Arrays.stream(head))
                    .toArray();
        }
        double[] sum = sofar == null ? new double[head.length] : sofar;
        add(1.0 / shape.heads(), head, sum);
        return sum;
    }

    private double[][] head(Block block, double[][] input, Iterator<double[][]> next, Pass pass) {
        Dropout dropout = new Dropout(shape.dropout());
        dropout.begin(pass);
        double[][] messages = next.next();
        double[][] first = next.next();
        double[][] second = next.next();
        double[][] out = new double[block.size()][messages.length];
        int edge = 0;
        for (int t = 0; t < block.size(); t++) {
            int target = t;
            int[] neighbors = IntStream.concat(IntStream.of(t),
                    Arrays.stream(block.columns(), block.offsets()[t], block.offsets()[t + 1])).toArray();
            double[] exponentials = Arrays.stream(neighbors).mapToDouble(
                    n -> Math.exp(score(input[target], input[n], messages, first, second))).toArray();
            double sum = Arrays.stream(exponentials).sum();
            for (int n = 0; n < neighbors.length; n++) {
                add(dropout.factor(edge++) * exponentials[n] / sum, times(messages, input[neighbors[n]]), out[t]);
            }
        }
        return out;
    }

    /** The halves of a in v1; W_l and a in v2. */
    private double score(double[] target, double[] neighbor, double[][] messages, double[][] first,
            double[][] second) {
        if (shape.attention() == Attention.V1) {
            return leaky(dot(first[0], times(messages, target)) + dot(second[0], times(messages, neighbor)));
        }
        double[] sum = times(first, target);
        add(1, times(messages, neighbor), sum);
        return dot(second[0], Arrays.stream(sum).map(GatTwin::leaky).toArray());
    }

    private double[][] dropped(double[][] source, Pass pass) {
        Dropout dropout = new Dropout(shape.dropout());
        dropout.begin(pass);
        double[][] rows = new double[source.length][source[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = dropout.factor(r * rows[r].length + c) * source[r][c];
            }
        }
        return rows;
    }

    private static double leaky(double x) {
        return x > 0 ? x : 0.2 * x;
    }

    private static double[] elu(double[] row) {
        return Arrays.stream(row).map(x -> x > 0 ? x : Math.expm1(x)).toArray();
    }
}
