package org.gnnrec.training;

import org.gnnrec.evaluation.Checkpoint;
import org.gnnrec.linalg.Parallel;

/** The threads that share the work and where they ask whether to go on. */
record Workers(Parallel parallel, Checkpoint checkpoint) {
    /** To be made on the thread that asks. */
    Workers(Parallel parallel, Cancellation cancellation) {
        this(parallel, new Checkpoint(cancellation::check));
    }
}
