package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluator;

/**
 * The peak of live bytes while {@link Trainer} works, from the counts alone: the graphs it is given and makes, one
 * {@link Fit} with its buffers, the best epoch where edges are held out, and the model. Every term names what it stands
 * for; objects of fixed size are left out.
 */
record MemoryEstimate(long users, long items, long edges, boolean weighted, boolean heldOut, TrainingConfig config) {
    long bytes() {
        return graphs() + parameters() + batch() + loss() + evaluation();
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
        return matrix * (4 + Math.min(2, Math.max(0, layers() - 1)) + (heldOut ? 1 : 0));
    }

    private int layers() {
        return config.layers() != null ? config.layers() : config.loss() == Loss.BPR ? 3 : Pilots.MAX_LAYERS;
    }

    /** Rows and their gradients, edges, and the sampled neighbors, both ways and with room for a larger batch. */
    private long batch() {
        long rows = Math.min(users, batchSize())
                + Math.min(items, batchSize() + (config.loss() == Loss.BPR ? batchSize() : config.negativeSamples()));
        return rows * (8L * config.embeddingDimension() + 8) + 16 * batchSize()
                + (layers() == 0
                        ? 0
                        : 20 * Math.min(2 * edges, rows * config.neighborSamples()) + 12 * (users + items));
    }

    private long batchSize() {
        return config.batchOf(edges);
    }

    private long loss() {
        if (config.loss() == Loss.BPR) {
            return 0;
        }
        long negatives = Negatives.most(config, edges, items);
        return SoftmaxLoss.bytes(batchSize(), negatives, config) + 20 * items + 4 * users;
    }

    private long evaluation() {
        return config.concurrency() * Evaluator.blockBytes((int) items) + 24 * Math.min(users, Selection.MAX_USERS);
    }
}
