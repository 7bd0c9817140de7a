package org.gnnrec.projection.schema;

import org.gnnrec.linalg.Cancellation;

/** A cancellation that also ends the work at a moment of {@link System#nanoTime}. */
record Deadline(long nanoTime, Cancellation cancellation) implements Cancellation {

    /** Thrown when the moment has come. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void check() {
        cancellation.check();
        if (System.nanoTime() - nanoTime > 0) {
            throw new Passed();
        }
    }
}
