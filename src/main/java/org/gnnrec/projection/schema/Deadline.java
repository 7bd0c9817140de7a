package org.gnnrec.projection.schema;

/** A cancellation that also ends the work at a moment of {@link System#nanoTime}. */
record Deadline(long nanoTime, Runnable cancellation) implements Runnable {

    /** The moment has come. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void run() {
        cancellation.run();
        if (System.nanoTime() - nanoTime > 0) {
            throw new Passed();
        }
    }
}
