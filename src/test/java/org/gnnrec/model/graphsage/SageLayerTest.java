package org.gnnrec.model.graphsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.LayerGradient.add;
import static org.gnnrec.testing.LayerGradient.dot;
import static org.gnnrec.testing.LayerGradient.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.testing.Blocks;
import org.gnnrec.testing.LayerGradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Algorithm 1 of the paper for one layer, in double, beside the layer. */
class SageLayerTest {
    private static final int D = 5;

    @ParameterizedTest
    @CsvSource({ "MEAN,true", "MEAN,false", "GCN,true", "GCN,false", "POOL,true", "POOL,false", "LSTM,true",
            "LSTM,false" })
    void forwardAndGradientsAreThoseOfTheFormulas(Aggregation aggregation, boolean hidden) {
        SplittableRandom random = new SplittableRandom(7);
        try (Parallel parallel = new Parallel(2)) {
            RowProducts products = new RowProducts(DenseAlgebra.java(), parallel);
            Layer layer = GraphSage.layers(hidden ? 2 : 1, D, aggregation, 20, Linears.zeros(products)).getFirst();
            LayerGradient check = new LayerGradient(layer,
                    (block, source, weights) -> sage(aggregation, hidden, block, source, weights),
                    Blocks.rising(6, 20, random), random);
            assertThat(check.forwardError()).isLessThan(1e-6);
            assertThat(check.backwardError()).isLessThan(1e-4);
        }
    }

    private static double[][] sage(Aggregation aggregation, boolean hidden, Block block, double[][] source,
            List<double[][]> weights) {
        Iterator<double[][]> next = weights.iterator();
        double[][] self = aggregation == Aggregation.GCN ? null : next.next();
        double[][] neighbors = next.next();
        double[][] pool = aggregation == Aggregation.POOL ? next.next() : null;
        double[] poolBias = aggregation == Aggregation.POOL ? next.next()[0] : null;
        List<double[][]> lstm = new ArrayList<>();
        next.forEachRemaining(lstm::add);
        Sequences sequences = new Sequences(block, LayerGradient.training());
        double[][] targets = new double[block.size()][];
        for (int t = 0; t < targets.length; t++) {
            double[] aggregate = switch (aggregation) {
                case MEAN -> mean(block, t, source);
                case GCN -> meanWithSelf(block, t, source);
                case POOL -> max(block, t, source, pool, poolBias);
                case LSTM -> lstm(sequence(sequences, t, source), lstm);
            };
            double[] sum = times(neighbors, aggregate);
            if (self != null) {
                add(1, times(self, source[t]), sum);
            }
            targets[t] = unit(hidden ? relu(sum) : sum);
        }
        return targets;
    }

    private static double[] mean(Block block, int target, double[][] source) {
        double[] mean = new double[D];
        for (int e = block.offsets()[target]; e < block.offsets()[target + 1]; e++) {
            add(block.weights()[e], source[block.columns()[e]], mean);
        }
        return mean;
    }

    private static double[] meanWithSelf(Block block, int target, double[][] source) {
        double own = 1.0 / (1 + block.degree(target));
        double[] mean = new double[D];
        add(1 - own, mean(block, target, source), mean);
        add(own, source[target], mean);
        return mean;
    }

    private static double[] max(Block block, int target, double[][] source, double[][] pool, double[] bias) {
        double[] max = new double[D];
        for (int e = block.offsets()[target]; e < block.offsets()[target + 1]; e++) {
            double[] transformed = times(pool, source[block.columns()[e]]);
            add(1, bias, transformed);
            for (int c = 0; c < D; c++) {
                max[c] = Math.max(max[c], transformed[c]);
            }
        }
        return max;
    }

    private static List<double[]> sequence(Sequences sequences, int target, double[][] source) {
        List<double[]> sequence = new ArrayList<>();
        for (int step = 0; step < sequences.steps(); step++) {
            for (int row = 0; row < sequences.active(step); row++) {
                if (sequences.target(row) == target) {
                    sequence.add(source[sequences.source(row, step)]);
                }
            }
        }
        return sequence;
    }

    private static double[] lstm(List<double[]> sequence, List<double[][]> weights) {
        double[] h = new double[D];
        double[] c = new double[D];
        for (double[] x : sequence) {
            double[] gates = times(weights.get(0), x);
            add(1, weights.get(1)[0], gates);
            add(1, times(weights.get(2), h), gates);
            for (int n = 0; n < D; n++) {
                c[n] = sigmoid(gates[D + n]) * c[n] + sigmoid(gates[n]) * Math.tanh(gates[3 * D + n]);
                h[n] = sigmoid(gates[2 * D + n]) * Math.tanh(c[n]);
            }
        }
        return h;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] relu(double[] x) {
        return Arrays.stream(x).map(value -> Math.max(0, value)).toArray();
    }

    private static double[] unit(double[] x) {
        double length = Math.sqrt(dot(x, x));
        return length == 0 ? x : Arrays.stream(x).map(value -> value / length).toArray();
    }
}
