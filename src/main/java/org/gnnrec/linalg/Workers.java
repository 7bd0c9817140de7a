package org.gnnrec.linalg;

/** The threads that share work, and what all of them ask whether to go on. */
public record Workers(Parallel parallel, Cancellation cancellation) {
    /** The cancellation is asked on the thread that calls this, for all threads. */
    public static Workers of(Parallel parallel, Cancellation cancellation) {
        return new Workers(parallel, new OwnedCancellation(cancellation));
    }
}
