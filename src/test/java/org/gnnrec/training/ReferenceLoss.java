package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.lightgcn.DenseTwin;

/**
 * The double twin of one step's loss as a function of the base rows, straight from the formulas: full propagation,
 * dense, nothing shared with the code under test but the batch and the negatives it drew.
 */
final class ReferenceLoss {
    private final DenseTwin twin;
    private final CsrGraph graph;
    private final StepConfig config;
    private final Fit fit;

    ReferenceLoss(CsrGraph graph, StepConfig config, Fit fit) {
        this.graph = graph;
        this.twin = new DenseTwin(graph, (int) (long) config.values().toMap().get("layers"),
                config.spec().normalizesRows());
        this.config = config;
        this.fit = fit;
    }

    /** The base rows of users, then items. */
    double value(double[][] base) {
        double[][] last = twin.forward(base);
        double sum = 0;
        for (int edge = 0; edge < batch().size(); edge++) {
            sum += weight(edge) * switch (config.loss()) {
                case BPR -> bpr(last, edge);
                case SOFTMAX -> softmax(last, edge);
                case SOFTMAX_AT_K -> topKWeight(last, edge) * softmax(last, edge);
                case MARGIN -> margin(last, edge);
                case WALK -> throw new IllegalArgumentException("not of edges");
            };
        }
        return (sum + penalty(base, batch().users(), 0) + penalty(base, batch().items(), graph.rowCount()))
                / batch().size();
    }

    private double weight(int edge) {
        int user = batch().users().row(batch().userSlot(edge));
        return graph.weightBetween(user, batch().items().row(batch().itemSlot(edge))) / graph.meanWeight();
    }

    private double bpr(double[][] last, int edge) {
        int negative = ((BprLoss) fit.loss()).negativeSlot(edge);
        if (negative < 0) {
            return 0;
        }
        double difference = dot(user(last, edge), item(last, negative))
                - dot(user(last, edge), item(last, batch().itemSlot(edge)));
        return Math.log(1 + Math.exp(difference));
    }

    private double margin(double[][] last, int edge) {
        UniformNegatives negatives = ((MarginLoss) fit.loss()).negatives();
        double positive = dot(user(last, edge), item(last, batch().itemSlot(edge)));
        double sum = 0;
        int count = 0;
        for (int slot = 0; slot < negatives.size(); slot++) {
            if (!graph.contains(batch().users().row(batch().userSlot(edge)), batch().items().row(slot))) {
                count += negatives.count(slot);
                sum += negatives.count(slot)
                        * Math.max(0, dot(user(last, edge), item(last, slot)) - positive + config.get(StepKeys.MARGIN));
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double softmax(double[][] last, int edge) {
        SoftmaxLoss loss = (SoftmaxLoss) fit.loss();
        SoftmaxNegatives negatives = loss.negatives();
        float inverseTemperature = loss.temperatures().inverse(batch().users().row(batch().userSlot(edge)));
        double sum = 0;
        for (int slot = 0; slot < negatives.size(); slot++) {
            if (!graph.contains(batch().users().row(batch().userSlot(edge)), batch().items().row(slot))) {
                double score = product(user(last, edge), item(last, slot));
                sum += copies(negatives, slot) * Math.exp(score * inverseTemperature);
            }
        }
        double positive = product(user(last, edge), item(last, batch().itemSlot(edge)));
        return (sum == 0 ? 0 : Math.log(sum)) - positive / config.get(StepKeys.TEMPERATURE);
    }

    private double topKWeight(double[][] last, int edge) {
        TopKThresholds thresholds = ((TopKWeights) ((SoftmaxLoss) fit.loss()).pairWeights()).thresholds();
        float threshold = thresholds.of(batch().users().row(batch().userSlot(edge)));
        assertThat(threshold).isGreaterThan(TopKThresholds.NONE);
        double above = product(user(last, edge), item(last, batch().itemSlot(edge))) - threshold;
        return 1 / (1 + Math.exp(-above / config.get(StepKeys.WEIGHT_TEMPERATURE)));
    }

    /** How often the item of this slot came. */
    static double copies(SoftmaxNegatives negatives, int slot) {
        float[] logCount = new float[1];
        negatives.copyLogCounts(slot, 1, logCount, 0);
        return Math.exp(logCount[0]);
    }

    private double penalty(double[][] base, RowSet rows, int start) {
        double sum = 0;
        for (int slot = 0; slot < rows.size(); slot++) {
            double[] row = base[start + rows.row(slot)];
            sum += rows.count(slot) * config.get(StepKeys.PENALTY_L2) / 2 * dot(row, row);
        }
        return sum;
    }

    private Batch batch() {
        return fit.batch();
    }

    private double[] user(double[][] last, int edge) {
        return last[batch().users().row(batch().userSlot(edge))];
    }

    private double[] item(double[][] last, int slot) {
        return last[graph.rowCount() + batch().items().row(slot)];
    }

    private double product(double[] a, double[] b) {
        return config.seesCosines() ? dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : dot(a, b);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
