package org.gnnrec.linalg;

/** A cancellation that also ends the work at a moment of {@link System#nanoTime}. */
public record Deadline(long nanoTime, Cancellation cancellation) implements Cancellation {

    /** Thrown when the moment has come. */
    public static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("the time for this work is over");
        }
    }

    /** A deadline so many milliseconds from now, for work that nobody else ends. */
    public static Deadline inMillis(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000, NEVER);
    }

    @Override
    public void check() {
        cancellation.check();
        if (System.nanoTime() - nanoTime > 0) {
            throw new Passed();
        }
    }
}
