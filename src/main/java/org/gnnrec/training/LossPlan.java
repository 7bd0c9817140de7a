package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * What a loss takes beside the edges of a batch, known before there is a graph.
 *
 * @param extraUsers how many users a batch of so many edges may hold beside theirs
 * @param extraItems how many items a batch of so many edges may hold beside theirs
 * @param bytes held beside the batch
 * @param negatives that an edge is compared with, as far as their products cost time
 * @param maker makes the loss
 */
record LossPlan(Extra extraUsers, Extra extraItems, Bytes bytes, Negatives negatives, Maker maker) {
    /** Rows for a batch of so many edges. */
    interface Extra {
        long of(long batchSize);
    }

    /** Bytes of a training of this size, for a batch of so many edges. */
    interface Bytes {
        long of(TrainingSize size, long batchSize);
    }

    /** On a graph of so many edges and items. */
    interface Negatives {
        double of(long edges, long items);
    }

    /** Splits off from the random what the loss needs. */
    interface Maker {
        BatchLoss loss(TrainingGraph graph, Batch batch, SplittableRandom random, Workers workers);
    }
}
