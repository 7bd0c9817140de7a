package org.gnnrec.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.Parameters;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.Weight;

/**
 * One model in training: its parameters, their optimizers and the place in the epoch. Equal graphs and configurations
 * give equal bits on any number of threads. The work of a loss beside the training ends with this.
 */
final class Fit implements AutoCloseable {
    /** Base embeddings start at N(0, s): small for cosines, where a longer row moves less in a step of Adam. */
    private static final double COSINE_DEVIATION = 0.008;
    /** Half the deviation of LightGCN++'s code, whose BPR takes more steps. */
    private static final double NORMALIZED_DEVIATION = 0.05;
    /** As in LightGCN's code. */
    private static final double PAIRWISE_DEVIATION = 0.1;
    /** Steps until the loss is adapted again, or an eighth of an epoch where that is more: both cost little. */
    private static final int ADAPT_EVERY = 50;
    private static final int ADAPTS_PER_EPOCH = 8;

    private final StepConfig config;
    private final double penaltyL2;
    private final Workers workers;
    private final Encoder encoder;
    private final LearnedRows rows;
    private final List<Adam> weightOptimizers;
    private final EdgeOrder edges;
    private final Batch batch;
    private final BatchLoss loss;
    private final int stepsPerEpoch;
    private final int adaptEvery;
    private int steps;

    /** Parameters to go on from, or random ones where {@code start} is null; the configuration leaves nothing open. */
    Fit(TrainingGraph data, StepConfig config, WarmStart start, Workers workers) {
        BipartiteGraph graph = data.edges();
        SteppedSpec spec = config.spec();
        this.config = config;
        this.penaltyL2 = config.get(StepKeys.PENALTY_L2);
        this.workers = workers;
        this.rows = new LearnedRows(graph, spec, config.get(StepKeys.LEARNING_RATE));
        // The order of the splits is part of the result: encoder, order of the edges, first parameters, loss.
        SplittableRandom random = new SplittableRandom(config.randomSeed());
        this.encoder = spec.encoder(data, config.randomSeed(), random.split(), workers);
        this.edges = new EdgeOrder(graph.userItems(), random.split());
        initialize(spec, graph, start, random.split());
        this.batch = batch(graph);
        this.loss = LossPlans.of(config).maker().loss(data, batch, random, workers);
        this.weightOptimizers = encoder.weights().stream()
                .map(weight -> new Adam(weight.size(), config.get(StepKeys.LEARNING_RATE))).toList();
        this.stepsPerEpoch = config.stepsOf(graph.edgeCount());
        this.adaptEvery = Math.max(ADAPT_EVERY, stepsPerEpoch / ADAPTS_PER_EPOCH);
        if (start != null) {
            adapt();
        }
    }

    private void initialize(SteppedSpec spec, BipartiteGraph graph, WarmStart start, SplittableRandom random) {
        rows.initialize(deviation(spec), random, workers.cancellation());
        if (spec.isInductive()) {
            rows.clearLoneRows(graph);
        }
        encoder.initialize(random);
        if (start != null) {
            start.apply(rows.base(), encoder.adjacency(), spec.normalizesRows());
            start.learned().copyTo(encoder.weights());
        }
        rows.clearUnlearned();
    }

    private double deviation(SteppedSpec spec) {
        if (config.loss().isPairwise()) {
            return PAIRWISE_DEVIATION;
        }
        return spec.normalizesRows() ? NORMALIZED_DEVIATION : COSINE_DEVIATION;
    }

    private Batch batch(BipartiteGraph graph) {
        LossPlan plan = LossPlans.of(config);
        int capacity = config.batchOf(graph.edgeCount());
        return new Batch(graph.userCount(), graph.itemCount(), capacity,
                Math.toIntExact(plan.extraUsers().of(capacity)),
                Math.toIntExact(plan.extraItems().of(capacity)), config.dimension());
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** One pass over the edges; returns the mean loss of its batches. */
    double epoch() {
        return train(stepsPerEpoch);
    }

    /**
     * Takes so many steps; returns their mean loss.
     *
     * @throws IllegalStateException with epoch, batch and learning rate, where the loss stops being finite
     */
    double train(int count) {
        double sum = 0;
        for (int step = 0; step < count; step++) {
            workers.cancellation().check();
            double value = step();
            requireFinite(value);
            steps++;
            sum += value;
        }
        return sum / count;
    }

    private void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("the loss became " + value + " in epoch " + (steps / stepsPerEpoch + 1)
                    + ", batch " + (steps % stepsPerEpoch + 1) + " at learningRate "
                    + config.get(StepKeys.LEARNING_RATE) + ": lower learningRate");
        }
    }

    private double step() {
        if (steps > 0 && steps % adaptEvery == 0) {
            adapt();
        }
        double value = lossAndGradient();
        rows.step(workers.parallel());
        for (int n = 0; n < weightOptimizers.size(); n++) {
            Weight weight = encoder.weights().get(n);
            weightOptimizers.get(n).step(weight.values().data(), weight.gradient().data(), workers.parallel());
        }
        return value;
    }

    /** Fits the loss to the embeddings as they are. */
    void adapt() {
        if (loss.adapts()) {
            withFinalEmbeddings(last -> {
                loss.adapt(last);
                return null;
            });
        }
    }

    /** The loss of the next batch; its gradient by the base rows is added to the zeros of {@link #gradient}. */
    double lossAndGradient() {
        batch.clear();
        int count = loss.fill(batch, edges);
        encoder.join(batch);
        encoder.forward(rows.base(), batch.users(), batch.items(), batch.rows());
        batch.clearGradients();
        double value = loss.valueAndGradient(batch);
        encoder.backward(batch.gradients(), batch.users(), batch.items(), gradient());
        if (penaltyL2 > 0) {
            value += penalize(batch.users(), count, base().users(), gradient().users());
            value += penalize(batch.items(), count, base().items(), gradient().items());
        }
        return value;
    }

    /** Half the squared length of each row, as often as it is in the batch, as in LightGCN's code. */
    private double penalize(RowSet set, int count, DenseMatrix values, DenseMatrix gradients) {
        Kernels kernels = Kernels.get();
        int d = values.cols();
        double sum = 0;
        for (int slot = 0; slot < set.size(); slot++) {
            int offset = values.offset(set.row(slot));
            double weight = penaltyL2 * set.count(slot) / count;
            sum += weight / 2 * kernels.dot(values.data(), offset, values.data(), offset, d);
            kernels.axpy((float) weight, values.data(), offset, gradients.data(), offset, d);
        }
        return sum;
    }

    /** Runs the work on the final embeddings of every row. They are gone afterwards. */
    <T> T withFinalEmbeddings(Function<Embeddings, T> work) {
        // Between steps the gradient is zero and free. Another buffer would cost as much as the parameters.
        encoder.forward(base(), gradient());
        try {
            return work.apply(gradient());
        } finally {
            gradient().clear();
        }
    }

    Embeddings base() {
        return rows.base();
    }

    Embeddings gradient() {
        return rows.gradient();
    }

    List<Weight> weights() {
        return encoder.weights();
    }

    /** Zeros in the shape of what is learned here. */
    Parameters zeros() {
        return Parameters.like(base(), weights());
    }

    /** Copies what is learned so far. */
    void copyTo(Parameters best) {
        best.copyFrom(base(), weights());
    }

    Batch batch() {
        return batch;
    }

    BatchLoss loss() {
        return loss;
    }

    /** The model as it is now. This fit cannot train afterwards. */
    TrainedModel finish() {
        rows.finish();
        return encoder.model(base());
    }

    @Override
    public void close() {
        loss.close();
    }
}
