package org.gnnrec.model.pinsage;

import static org.gnnrec.testing.LayerGradient.add;
import static org.gnnrec.testing.LayerGradient.dot;
import static org.gnnrec.testing.LayerGradient.times;

import java.util.Arrays;
import java.util.List;
import org.gnnrec.model.layer.Block;

/** Algorithm 1 of the paper and the head of its algorithm 2, straight from the formulas, in double. */
final class PinSageTwin {
    private PinSageTwin() {}

    static double[][] convolve(boolean hidden, Block block, double[][] source, List<double[][]> weights) {
        double[][] targets = new double[block.size()][];
        for (int t = 0; t < targets.length; t++) {
            double[] pooled = new double[source[0].length];
            for (int e = block.offsets()[t]; e < block.offsets()[t + 1]; e++) {
                double[] neighbor = times(weights.get(3), source[block.columns()[e]]);
                add(1, weights.get(4)[0], neighbor);
                add(block.weights()[e], relu(neighbor), pooled);
            }
            double[] sum = times(weights.get(0), source[t]);
            add(1, times(weights.get(1), pooled), sum);
            add(1, weights.get(2)[0], sum);
            targets[t] = unit(hidden ? relu(sum) : sum);
        }
        return targets;
    }

    static double[][] head(Block block, double[][] source, List<double[][]> weights) {
        double[][] targets = new double[block.size()][];
        for (int t = 0; t < targets.length; t++) {
            double[] inner = times(weights.get(0), source[t]);
            add(1, weights.get(1)[0], inner);
            targets[t] = unit(times(weights.get(2), relu(inner)));
        }
        return targets;
    }

    private static double[] relu(double[] x) {
        return Arrays.stream(x).map(value -> Math.max(0, value)).toArray();
    }

    static double[] unit(double[] x) {
        double length = Math.sqrt(dot(x, x));
        return length == 0 ? x : Arrays.stream(x).map(value -> value / length).toArray();
    }
}
