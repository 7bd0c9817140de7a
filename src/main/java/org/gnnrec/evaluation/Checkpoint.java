package org.gnnrec.evaluation;

import java.util.concurrent.CancellationException;

/**
 * Where work that several threads share asks whether to go on: the thread that made this asks the given check, which may
 * throw; the others stop at their next pass once it has thrown. The check may belong to a transaction, so no other
 * thread runs it.
 */
public final class Checkpoint {
    private final Thread owner = Thread.currentThread();
    private final Runnable check;
    private volatile boolean stopped;

    public Checkpoint(Runnable check) {
        this.check = check;
    }

    /** Goes on or throws: on the owner's thread what the check throws, elsewhere a {@link CancellationException}. */
    public void pass() {
        if (Thread.currentThread() == owner) {
            askOwner();
        } else if (stopped) {
            throw new CancellationException("stopped by the thread that started this");
        }
    }

    private void askOwner() {
        boolean goesOn = false;
        try {
            check.run();
            goesOn = true;
        } finally {
            stopped = !goesOn;
        }
    }
}
