package org.gnnrec.training;

/** Asked often while work goes on (every 200 ms at most), always on the thread that started it. */
@FunctionalInterface
public interface Cancellation {
    /** Returns if the work may go on; throws, with an exception of the caller's choice, if it is to end. */
    void check();
}
