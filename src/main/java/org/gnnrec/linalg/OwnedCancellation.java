package org.gnnrec.linalg;

import java.util.concurrent.CancellationException;

/**
 * A cancellation that several threads share. The thread that made this object asks the given one, which may belong to a
 * transaction. Every other thread stops at its next check once the owner was told to end.
 */
public final class OwnedCancellation implements Cancellation {
    private final Thread owner = Thread.currentThread();
    private final Cancellation asked;
    private volatile boolean stopped;

    public OwnedCancellation(Cancellation asked) {
        this.asked = asked;
    }

    /** Throws on the owner's thread what the given cancellation throws, elsewhere a {@link CancellationException}. */
    @Override
    public void check() {
        if (owner.equals(Thread.currentThread())) {
            ask();
        } else if (stopped) {
            throw new CancellationException("stopped by the thread that started this");
        }
    }

    private void ask() {
        boolean goesOn = false;
        try {
            asked.check();
            goesOn = true;
        } finally {
            stopped = !goesOn;
        }
    }
}
