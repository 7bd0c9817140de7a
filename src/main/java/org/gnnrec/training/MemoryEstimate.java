package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.model.ModelType;

/**
 * The peak of live bytes while {@link Trainer} works, from the counts alone: the graphs it is given and makes, one
 * {@link Fit} with its buffers, the best epoch where edges are held out, and the model. Every term names what it stands
 * for; objects of fixed size are left out.
 */
record MemoryEstimate(long users, long items, long edges, boolean weighted, boolean heldOut, TrainingConfig config) {
    long bytes() {
        return graphs() + neighborhoods() + parameters() + batch() + loss() + evaluation()
                + (config.encoder().hasWeights() ? layered() : 0);
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
        return matrix * (4 + (heldOut ? 1 : 0)) + (config.encoder().hasWeights() ? 0 : hops(matrix));
    }

    private long hops(long matrix) {
        return (mayNormalizeRows() ? unitHops(matrix) : matrix * plainHops());
    }

    /**
     * Hop by hop from the batch the nodes drawn, 12 bytes a node of the graph and hop; the edges, both ways; what layers
     * hold for each row they read and each they write.
     */
    private long layered() {
        long nodes = users + items;
        long targets = batchRows();
        long bytes = 12 * nodes + targets * rowsAndGradients();
        for (int samples : config.encoder().sampleSizes()) {
            long drawn = Math.min(2 * edges, targets * samples);
            long sources = Math.min(nodes, targets + drawn);
            bytes += 20 * nodes + 20 * drawn + sources * (rowsAndGradients() + readBytes()) + targets * writtenBytes();
            targets = sources;
        }
        return bytes;
    }

    /** A row and its gradient, with room for a quarter more. */
    private long rowsAndGradients() {
        return 10L * config.embeddingDimension();
    }

    /** Of GAT for each row that a layer reads: messages of each head, their gradients and slopes. */
    private long readBytes() {
        return config.encoder().gat() == null ? 0 : (5L + 5 * heads()) * config.embeddingDimension();
    }

    /** For each row that a layer writes: parts of the sum in GraphSAGE, results and slopes of each head in GAT. */
    private long writtenBytes() {
        return (5L + 10 * heads()) * config.embeddingDimension();
    }

    private int heads() {
        return config.encoder().gat() == null ? 1 : config.encoder().gat().heads();
    }

    private int plainHops() {
        return Math.min(2, Math.max(0, layers() - 1));
    }

    /** The rows of each hop and their lengths, their sum and its gradient, the weights of the transpose. */
    private long unitHops(long matrix) {
        long another = triesRowNormalization() ? matrix : 0;
        return layers() == 0
                ? 0
                : matrix * (layers() + (layers() > 1 ? 2 : 1)) + 4 * layers() * (users + items)
                        + (layers() > 1 ? 8 * edges : 0) + another;
    }

    private boolean mayNormalizeRows() {
        return config.isRowNormalized() || triesRowNormalization();
    }

    /** Then the best epochs of two trainings are kept. What is split off makes the graph smaller. */
    private boolean triesRowNormalization() {
        return heldOut
                && config.triesRowNormalization(users + items, (long) (edges * (1 - config.validationFraction())));
    }

    private int layers() {
        boolean three = config.loss().isPairwise() && !config.isRowNormalized();
        return config.layers() != null ? config.layers() : three ? 3 : Pilots.MAX_LAYERS;
    }

    /** Rows and their gradients, edges, and the sampled neighbors, both ways and with room for a larger batch. */
    private long batch() {
        long rows = batchRows();
        return rows * (8L * config.embeddingDimension() + 8) + 16 * batchSize()
                + (layers() == 0 || config.encoder().hasWeights()
                        ? 0
                        : 24 * Math.min(2 * edges, rows * config.neighborSamplesOf(edges)) + 12 * (users + items));
    }

    private long batchRows() {
        return Math.min(users, batchSize())
                + Math.min(items, batchSize() + (config.loss() == Loss.BPR ? batchSize() : config.negativeSamples())
                        + (mayBeHard() ? HardNegatives.MOST * batchSize() : 0));
    }

    private long batchSize() {
        return config.batchOf(edges);
    }

    private long loss() {
        return switch (config.loss()) {
            case BPR -> 0;
            case MARGIN -> MarginLoss.bytes(batchSize(), Math.min(items, config.negativeSamples()),
                    mayBeHard(), config) + 12 * items + hardBand();
            case SOFTMAX -> softmax();
        };
    }

    private boolean mayBeHard() {
        return config.loss() == Loss.MARGIN && config.encoder().modelType() == ModelType.PINSAGE;
    }

    private long hardBand() {
        return mayBeHard() ? 2 * neighborhoods() : 0;
    }

    private long softmax() {
        long negatives = Negatives.most(config, edges, items);
        return SoftmaxLoss.bytes(batchSize(), negatives, config) + 20 * items + 4 * users;
    }

    /** The importance neighborhoods of PinSage, twice while walks find them. */
    private long neighborhoods() {
        return 16 * items * Math.min(items, config.encoder().importanceNeighbors());
    }

    private long evaluation() {
        return !heldOut
                ? 0
                : config.concurrency() * Evaluator.blockBytes((int) items) + 24 * Math.min(users, Selection.MAX_USERS);
    }
}
