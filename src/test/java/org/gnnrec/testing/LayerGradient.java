package org.gnnrec.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Weight;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Pass;

/**
 * The float forward and backward of a layer against a double twin: the loss is the sum of the targets times random
 * numbers, its gradient by every source and every weight is compared with central differences of the twin.
 */
public final class LayerGradient {
    private static final double STEP = 1e-6;
    private static final long SEED = 11;

    /** The layer again, straight from the formulas, in double. */
    public interface Twin {
        double[][] forward(Block block, double[][] source, List<double[][]> weights);
    }

    private final Layer layer;
    private final Twin twin;
    private final Block block;
    private final DenseMatrix source;
    private final DenseMatrix target;
    private final DenseMatrix sourceGradient;
    private final double[][] factors;

    /** The pass of the layer: a twin that draws from it in the same order has the same chance. */
    public static Pass training() {
        return new Pass(new SplittableRandom(SEED));
    }

    /** Random sources and weights, the biases too. */
    public LayerGradient(Layer layer, Twin twin, Block block, SplittableRandom random) {
        this.layer = layer;
        this.twin = twin;
        this.block = block;
        layer.initialize(random);
        layer.weights().forEach(weight -> fill(weight.values(), random));
        source = DenseMatrix.zeros(block.sourceCount(), layer.inputDimension());
        fill(source, random);
        target = DenseMatrix.zeros(block.size(), layer.outputDimension());
        DenseMatrix targetGradient = DenseMatrix.zeros(block.size(), layer.outputDimension());
        fill(targetGradient, random);
        factors = doubles(targetGradient);
        sourceGradient = DenseMatrix.zeros(block.sourceCount(), layer.inputDimension());
        layer.forward(block, source, target, training());
        layer.backward(block, source, target, targetGradient, sourceGradient);
    }

    private static void fill(DenseMatrix matrix, SplittableRandom random) {
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextDouble(-1, 1);
        }
    }

    /** The largest difference between the layer's targets and the twin's. */
    public double forwardError() {
        return worst(doubles(target), twin.forward(block, doubles(source), weights()));
    }

    /** The largest difference of gradients over the largest gradient, of sources and weights together. */
    public double backwardError() {
        List<double[][]> weights = weights();
        double[][] sources = doubles(source);
        List<double[][]> variables = new ArrayList<>(weights);
        variables.add(sources);
        List<double[][]> gradients = new ArrayList<>(layer.weights().stream().map(Weight::gradient)
                .map(LayerGradient::doubles).toList());
        gradients.add(doubles(sourceGradient));
        double worst = 0;
        double largest = 0;
        for (int v = 0; v < variables.size(); v++) {
            for (int r = 0; r < variables.get(v).length; r++) {
                for (int c = 0; c < variables.get(v)[r].length; c++) {
                    double numeric = slope(variables.get(v)[r], c, sources, weights);
                    worst = Math.max(worst, Math.abs(numeric - gradients.get(v)[r][c]));
                    largest = Math.max(largest, Math.abs(numeric));
                }
            }
        }
        return worst / largest;
    }

    private double slope(double[] row, int c, double[][] sources, List<double[][]> weights) {
        double kept = row[c];
        row[c] = kept + STEP;
        double above = loss(sources, weights);
        row[c] = kept - STEP;
        double below = loss(sources, weights);
        row[c] = kept;
        return (above - below) / (2 * STEP);
    }

    private double loss(double[][] sources, List<double[][]> weights) {
        double[][] targets = twin.forward(block, sources, weights);
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            sum += dot(factors[r], targets[r]);
        }
        return sum;
    }

    private List<double[][]> weights() {
        return layer.weights().stream().map(weight -> doubles(weight.values())).toList();
    }

    private static double worst(double[][] a, double[][] b) {
        double worst = 0;
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a[r].length; c++) {
                worst = Math.max(worst, Math.abs(a[r][c] - b[r][c]));
            }
        }
        return worst;
    }

    private static double[][] doubles(DenseMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = matrix.data()[matrix.offset(r) + c];
            }
        }
        return rows;
    }

    /** {@code W x}. */
    public static double[] times(double[][] w, double[] x) {
        return Arrays.stream(w).mapToDouble(row -> dot(row, x)).toArray();
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    /** {@code y += factor x}. */
    public static void add(double factor, double[] x, double[] y) {
        for (int c = 0; c < x.length; c++) {
            y[c] += factor * x[c];
        }
    }
}
