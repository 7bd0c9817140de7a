package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.ClosedType;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.SteppedType;
import org.gnnrec.model.TrainingSize;

/**
 * The peak of live bytes while {@link Trainer} works, from the counts alone: the graphs it is given and makes, one
 * {@link Fit} with its buffers, the best epoch where edges are held out, and the model. Every term names what it
 * counts. Objects of fixed size are left out.
 *
 * @param edges of the whole graph
 * @param heldOut whether there is a validation part, given or split off
 */
public record MemoryEstimate(long users, long items, long edges, boolean weighted, boolean heldOut,
        TrainingConfig config) {
    public long bytes() {
        return graphs() + evaluation() + switch (config.type()) {
            case SteppedType type -> stepped(new StepConfig(type, config.values()));
            case ClosedType type -> closed(type.spec(config.values()), size(0, 0));
        };
    }

    /** Given graph, split parts or union, transpose, weights of both halves, edge order and user of each edge. */
    private long graphs() {
        long rows = 4 * (users + items);
        long columns = (weighted ? 8 : 4) * edges;
        return (heldOut ? 3 * (columns + 4 * users) : columns + 4 * users) + columns + 4 * items + 8 * edges
                + 8 * edges + rows;
    }

    /** What solves it, and the best so far where something is held out. */
    private long closed(ClosedSpec spec, TrainingSize size) {
        return spec.bytes(size) + (heldOut ? size.rowBytes(spec.dimension()) : 0);
    }

    private long stepped(StepConfig steps) {
        LossPlan plan = LossPlans.of(steps);
        long batchSize = steps.batchOf(edges);
        TrainingSize size = size(Math.min(users, batchSize + plan.extraUsers().of(batchSize)),
                Math.min(items, batchSize + plan.extraItems().of(batchSize)));
        return parameters(steps.spec(), size) + batch(steps.dimension(), batchSize, size)
                + plan.bytes().of(size, batchSize) + steps.spec().bytes(size);
    }

    /** The size of the training. The split makes its graph smaller. */
    private TrainingSize size(long batchUsers, long batchItems) {
        long selectEdges = (long) (edges * (1 - config.get(TrainingKeys.VALIDATION_FRACTION)));
        return new TrainingSize(users, items, edges, selectEdges, weighted, heldOut, batchUsers, batchItems);
    }

    /** Base rows and gradient, both moments of learned rows, and the best rows so far where something is held out. */
    private long parameters(SteppedSpec spec, TrainingSize size) {
        long learned = (spec.learnsUsers() ? users : 0) + (spec.learnsItems() ? items : 0);
        return size.rowBytes(spec.dimension()) * (heldOut ? 3 : 2) + 8 * learned * spec.dimension();
    }

    /** The rows of a batch, their gradients and its edges. */
    private static long batch(int dimension, long batchSize, TrainingSize size) {
        return size.batchRows() * (8L * dimension + 8) + 16 * batchSize;
    }

    private long evaluation() {
        return !heldOut
                ? 0
                : config.get(TrainingKeys.CONCURRENCY) * Evaluator.blockBytes((int) items)
                        + 24 * Math.min(users, Validation.MAX_USERS);
    }
}
