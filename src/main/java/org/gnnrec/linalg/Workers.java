package org.gnnrec.linalg;

/** The threads that share some work, and the cancellation that all of them check. */
public record Workers(Parallel parallel, Cancellation cancellation) {
    /** Workers that ask the cancellation on the calling thread, for all threads. */
    public static Workers of(Parallel parallel, Cancellation cancellation) {
        return new Workers(parallel, new OwnedCancellation(cancellation));
    }
}
