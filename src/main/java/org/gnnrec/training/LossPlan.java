package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * What a loss needs beside the edges of a batch. It is known before there is a graph.
 *
 * @param extraUsers how many users a batch may hold beside those of its edges
 * @param extraItems how many items a batch may hold beside those of its edges
 * @param bytes held beside the batch
 * @param negatives that an edge is compared with, for the time that their products cost
 * @param maker makes the loss
 */
record LossPlan(Extra extraUsers, Extra extraItems, Bytes bytes, NegativeCount negatives, Maker maker) {
    /** Rows for a batch of so many edges. */
    interface Extra {
        long of(long batchSize);
    }

    /** Bytes of a training of this size, for a batch of so many edges. */
    interface Bytes {
        long of(TrainingSize size, long batchSize);
    }

    /** The number of them on a graph of so many edges and items. */
    interface NegativeCount {
        double of(long edges, long items);
    }

    /** Makes the loss. It splits its chance off the random. */
    interface Maker {
        BatchLoss loss(TrainingGraph graph, Batch batch, SplittableRandom random, Workers workers);
    }
}
