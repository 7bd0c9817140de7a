package org.gnnrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.encoder.Embeddings;
import org.gnnrec.model.encoder.Encoder;
import org.gnnrec.model.encoder.RowSet;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.model.encoder.Weight;

/**
 * One model in training: its parameters, their optimizer and the place in the epoch. Nothing is allocated in a step.
 * The same graph and configuration give the same bits on any number of threads. Hard negatives have a thread beside them, from
 * the first step on, which ends with this.
 */
final class Fit implements AutoCloseable {
    /** Base embeddings start at N(0, s): small for cosines, where a longer row moves less in a step of Adam. */
    private static final double COSINE_DEVIATION = 0.008;
    /** Random floats from one check to the next, about 20 ms. */
    private static final int CHECK_EVERY = 1 << 20;
    /** Steps until the loss is fitted to what was learned, or an eighth of an epoch: as much as costs little. */
    private static final int ADAPT_EVERY = 50;
    private static final int ADAPTS_PER_EPOCH = 8;
    /** Half of that of LightGCN++'s code, whose BPR takes steps for longer. */
    private static final double NORMALIZED_DEVIATION = 0.05;
    /** As in LightGCN's code. */
    private static final double BPR_DEVIATION = 0.1;

    private final TrainingConfig config;
    private final Workers workers;
    private final Encoder encoder;
    private final Embeddings base;
    private final Embeddings gradient;
    private final Batch batch;
    private final BatchLoss loss;
    private final EdgeOrder edges;
    private final int stepsPerEpoch;
    private final int adaptEvery;
    /** Null where users have no row of their own; so is the next. */
    private Adam userOptimizer;
    private Adam itemOptimizer;
    private final List<Adam> weightOptimizers;
    private int steps;

    /** Random parameters and no features; the configuration leaves nothing open. */
    Fit(BipartiteGraph graph, TrainingConfig config, Workers workers) {
        this(new TrainingGraph(graph, Features.none(graph.userCount(), graph.itemCount())), config, null, workers);
    }

    /** Parameters to go on from, or random ones where {@code start} is null; the configuration leaves nothing open. */
    Fit(TrainingGraph data, TrainingConfig config, WarmStart start, Workers workers) {
        BipartiteGraph graph = data.edges();
        this.config = config;
        this.workers = workers;
        int d = config.embeddingDimension();
        int capacity = config.batchOf(graph.edgeCount());
        this.base = Embeddings.zeros(graph.userCount(), graph.itemCount(), d);
        this.gradient = Embeddings.zeros(graph.userCount(), graph.itemCount(), d);
        this.userOptimizer = optimizer(config.encoder().learnsUsers(), base.users());
        this.itemOptimizer = optimizer(config.encoder().ids().ofItems(), base.items());
        SplittableRandom random = new SplittableRandom(config.randomSeed());
        this.encoder = Encoders.of(data, config, random.split(), workers);
        this.edges = new EdgeOrder(graph.userItems(), random.split());
        SplittableRandom initial = random.split();
        initialize(initial);
        if (config.encoder().hasWeights()) {
            clearLoneNodes(graph);
        }
        encoder.initialize(initial);
        if (start != null) {
            start.apply(base, encoder.adjacency());
            start.learned().copyTo(encoder.weights());
            if (config.isRowNormalized()) {
                start.evenOut(base);
            }
        }
        clearUnlearned();
        this.batch = new Batch(graph.userCount(), graph.itemCount(), capacity, extraUsers(capacity),
                extraItems(capacity), d);
        this.loss = switch (config.loss()) {
            case SOFTMAX -> new SoftmaxLoss(graph.userItems(), batch, config, random.split(), workers);
            case BPR -> new BprLoss(graph.userItems(), capacity, random.split());
            case MARGIN ->
                new MarginLoss(graph.userItems(), batch, config, hardNegatives(data, random), random.split(),
                        workers);
            case WALK -> new WalkLoss(graph, capacity, config, random.split(), workers);
        };
        this.weightOptimizers = encoder.weights().stream()
                .map(weight -> new Adam(weight.size(), config.learningRate())).toList();
        this.stepsPerEpoch = config.stepsOf(graph.edgeCount());
        this.adaptEvery = Math.max(ADAPT_EVERY, stepsPerEpoch / ADAPTS_PER_EPOCH);
        if (start != null) {
            adapt();
        }
    }

    private Adam optimizer(boolean learned, DenseMatrix values) {
        return learned ? new Adam(values.data().length, config.learningRate()) : null;
    }

    private int extraUsers(int capacity) {
        return config.loss() == Loss.WALK ? walkRows(capacity) : 0;
    }

    private int extraItems(int capacity) {
        return switch (config.loss()) {
            case SOFTMAX -> config.negativeSamples();
            case BPR -> capacity;
            case MARGIN -> config.negativeSamples() + (HardNegatives.exist(config) ? HardNegatives.MOST * capacity : 0);
            case WALK -> walkRows(capacity);
        };
    }

    private int walkRows(int capacity) {
        return Math.toIntExact(WalkLoss.extraRows(capacity, config));
    }

    private HardNegatives hardNegatives(TrainingGraph data, SplittableRandom random) {
        BipartiteGraph graph = data.edges();
        return HardNegatives.exist(config)
                ? new HardNegatives(graph.userItems(), band(data), workers.cancellation(),
                        config.stepsOf(graph.edgeCount()), batch.capacity(), random.split())
                : null;
    }

    /** On one thread, beside those that train. */
    private Producer<CsrGraph> band(TrainingGraph data) {
        return new Producer<>("walks", cancellation -> data.walks(config, new Parallel(1), cancellation).band());
    }

    private void initialize(SplittableRandom random) {
        double deviation = deviation();
        for (float[] data : new float[][]{ base.users().data(), base.items().data() }) {
            for (int i = 0; i < data.length; i++) {
                if (i % CHECK_EVERY == 0) {
                    workers.cancellation().check();
                }
                data[i] = (float) (deviation * random.nextGaussian());
            }
        }
    }

    /** What has no edge has nothing to learn a row of its own from: its features alone are to speak for it. */
    private void clearLoneNodes(BipartiteGraph graph) {
        clearLoneRows(graph.userItems(), base.users());
        clearLoneRows(graph.itemUsers(), base.items());
    }

    /** Nodes of a side without ids have no row of their own. */
    private void clearUnlearned() {
        if (userOptimizer == null) {
            Arrays.fill(base.users().data(), 0);
        }
        if (itemOptimizer == null) {
            Arrays.fill(base.items().data(), 0);
        }
    }

    private static void clearLoneRows(CsrGraph edges, DenseMatrix rows) {
        for (int row = 0; row < rows.rows(); row++) {
            if (edges.degree(row) == 0) {
                Arrays.fill(rows.data(), rows.offset(row), rows.offset(row + 1), 0);
            }
        }
    }

    private double deviation() {
        if (config.loss().isPairwise()) {
            return BPR_DEVIATION;
        }
        return config.isRowNormalized() ? NORMALIZED_DEVIATION : COSINE_DEVIATION;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** One pass over the edges; returns the mean loss of its batches. */
    double epoch() {
        return train(stepsPerEpoch);
    }

    /**
     * So many steps; returns their mean loss.
     *
     * @throws IllegalStateException with epoch, batch and learning rate, where the loss stops being finite
     */
    double train(int count) {
        double sum = 0;
        for (int step = 0; step < count; step++) {
            workers.cancellation().check();
            double value = step();
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("the loss became " + value + " in epoch " + (steps / stepsPerEpoch + 1)
                        + ", batch " + (steps % stepsPerEpoch + 1) + " at learningRate " + config.learningRate()
                        + ": lower learningRate");
            }
            steps++;
            sum += value;
        }
        return sum / count;
    }

    private double step() {
        if (steps > 0 && steps % adaptEvery == 0) {
            adapt();
        }
        double value = lossAndGradient();
        step(userOptimizer, base.users(), gradient.users());
        step(itemOptimizer, base.items(), gradient.items());
        for (int n = 0; n < weightOptimizers.size(); n++) {
            Weight weight = encoder.weights().get(n);
            weightOptimizers.get(n).step(weight.values().data(), weight.gradient().data(), workers.parallel());
        }
        return value;
    }

    /** The gradient is zero afterwards, whether or not these rows are learned. */
    private void step(Adam optimizer, DenseMatrix values, DenseMatrix gradients) {
        if (optimizer != null) {
            optimizer.step(values.data(), gradients.data(), workers.parallel());
        } else {
            Arrays.fill(gradients.data(), 0);
        }
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
        encoder.forward(base, batch.users(), batch.items(), batch.rows());
        batch.clearGradients();
        double value = loss.valueAndGradient(batch);
        encoder.backward(batch.gradients(), batch.users(), batch.items(), gradient);
        if (config.penaltyL2() > 0) {
            value += penalize(batch.users(), count, base.users(), gradient.users());
            value += penalize(batch.items(), count, base.items(), gradient.items());
        }
        return value;
    }

    /** Half the squared length of each row as often as it is in the batch, as LightGCN's code has it. */
    private double penalize(RowSet rows, int count, DenseMatrix values, DenseMatrix gradients) {
        Kernels kernels = Kernels.get();
        int d = values.cols();
        double sum = 0;
        for (int slot = 0; slot < rows.size(); slot++) {
            int offset = values.offset(rows.row(slot));
            double weight = config.penaltyL2() * rows.count(slot) / count;
            sum += weight / 2 * kernels.dot(values.data(), offset, values.data(), offset, d);
            kernels.axpy((float) weight, values.data(), offset, gradients.data(), offset, d);
        }
        return sum;
    }

    /** Runs the work on the final embeddings of every row, which are gone afterwards. */
    <T> T withFinalEmbeddings(Function<Embeddings, T> work) {
        // Between steps the gradient is zero and free: a buffer of its own would cost as much as the parameters.
        encoder.forward(base, gradient);
        try {
            return work.apply(gradient);
        } finally {
            gradient.clear();
        }
    }

    Embeddings base() {
        return base;
    }

    List<Weight> weights() {
        return encoder.weights();
    }

    Embeddings gradient() {
        return gradient;
    }

    Batch batch() {
        return batch;
    }

    BatchLoss loss() {
        return loss;
    }

    /** The model as it is now; the optimizer is let go, so that both are never held at once. */
    TrainedModel finish() {
        userOptimizer = null;
        itemOptimizer = null;
        return encoder.model(base);
    }

    @Override
    public void close() {
        loss.close();
    }
}
