package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluator;

/**
 * The peak of live bytes while {@link Trainer} works, from the counts alone: the graphs it is given and makes, one
 * {@link Fit} with its buffers, the best epoch where edges are held out, and the model. Every term names what it stands
 * for; objects of fixed size are left out.
 */
record MemoryEstimate(long users, long items, long edges, boolean weighted, boolean heldOut, TrainingConfig config) {
    long bytes() {
        return graphs() + parameters() + batch() + loss() + evaluation() + layers();
    }

    /** Given graph, split parts or union, transpose, weights of both halves, edge order and user of each edge. */
    private long graphs() {
        long rows = 4 * (users + items);
        long columns = (weighted ? 8 : 4) * edges;
        return (heldOut ? 3 * (columns + 4 * users) : columns + 4 * users) + columns + 4 * items + 8 * edges
                + 8 * edges + rows;
    }

    /** Base rows, gradient and both moments; hop buffers; the best so far where something is held out. */
    private long parameters() {
        long matrix = 4 * (users + items) * config.embeddingDimension();
        return matrix * (heldOut ? 3 : 2) + 8 * learned() * config.embeddingDimension()
                + (config.encoder().hasWeights() ? 0 : hops(matrix));
    }

    /** Nodes with a row of their own. */
    private long learned() {
        return (config.encoder().learnsUsers() ? users : 0) + (config.encoder().ids().ofItems() ? items : 0);
    }

    private long hops(long matrix) {
        return (mayNormalizeRows() ? unitHops(matrix) : matrix * plainHops());
    }

    private long layers() {
        return switch (config.encoder().modelType()) {
            case LIGHTGCN -> 0;
            case GRAPHSAGE, GAT -> LayersEstimate.of(users + items, 2 * edges, config).bytes(batchRows(),
                    config.encoder().sampleSizes());
            case PINSAGE -> pinSage().bytes();
        };
    }

    private PinSageEstimate pinSage() {
        return new PinSageEstimate(items, edges, weighted, batchUsers(), batchItems(), config);
    }

    private int plainHops() {
        return Math.min(2, Math.max(0, hopCount() - 1));
    }

    /** The rows of each hop and their lengths, their sum and its gradient, the weights of the transpose. */
    private long unitHops(long matrix) {
        long another = triesRowNormalization() ? matrix : 0;
        return hopCount() == 0
                ? 0
                : matrix * (hopCount() + (hopCount() > 1 ? 2 : 1)) + 4 * hopCount() * (users + items)
                        + (hopCount() > 1 ? 8 * edges : 0) + another;
    }

    private boolean mayNormalizeRows() {
        return config.isRowNormalized() || triesRowNormalization();
    }

    /** Then the best epochs of two trainings are kept. What is split off makes the graph smaller. */
    private boolean triesRowNormalization() {
        return heldOut
                && config.triesRowNormalization(users + items, (long) (edges * (1 - config.validationFraction())));
    }

    private int hopCount() {
        boolean three = config.loss().isPairwise() && !config.isRowNormalized();
        return config.layers() != null ? config.layers() : three ? 3 : Pilots.MAX_LAYERS;
    }

    /** Rows and their gradients, edges, and the sampled neighbors, both ways and with room for a larger batch. */
    private long batch() {
        long rows = batchRows();
        return rows * (8L * config.embeddingDimension() + 8) + 16 * batchSize()
                + (hopCount() == 0 || config.encoder().hasWeights()
                        ? 0
                        : 24 * Math.min(2 * edges, rows * config.neighborSamplesOf(edges)) + 12 * (users + items));
    }

    private long batchRows() {
        return batchUsers() + batchItems();
    }

    private long batchUsers() {
        return Math.min(users, batchSize() + (config.loss() == Loss.WALK ? extraItems() : 0));
    }

    private long batchItems() {
        return Math.min(items, batchSize() + extraItems());
    }

    private long extraItems() {
        return switch (config.loss()) {
            case BPR -> batchSize();
            case MARGIN -> config.negativeSamples() + (mayBeHard() ? HardNegatives.MOST * batchSize() : 0);
            case SOFTMAX -> config.negativeSamples();
            case WALK -> WalkLoss.extraRows(batchSize(), config);
        };
    }

    private long batchSize() {
        return config.batchOf(edges);
    }

    private long loss() {
        return switch (config.loss()) {
            case BPR -> 0;
            case MARGIN -> MarginLoss.bytes(batchSize(), Math.min(items, config.negativeSamples()),
                    mayBeHard(), config) + 12 * items;
            case SOFTMAX -> softmax();
            case WALK -> WalkLoss.bytes(users + items, edges, weighted, batchSize(), config);
        };
    }

    private boolean mayBeHard() {
        return HardNegatives.exist(config);
    }

    private long softmax() {
        long negatives = Negatives.most(config, edges, items);
        return SoftmaxLoss.bytes(batchSize(), negatives, config) + 20 * items + 4 * users;
    }

    private long evaluation() {
        return !heldOut
                ? 0
                : config.concurrency() * Evaluator.blockBytes((int) items) + 24 * Math.min(users, Selection.MAX_USERS);
    }
}
