package org.gnnrec.linalg;

/**
 * Asks whether work may go on. Long work asks every 200 ms or more often, on the thread that started it unless it is an
 * {@link OwnedCancellation}.
 */
@FunctionalInterface
public interface Cancellation {
    /** Work that nobody ends. */
    Cancellation NEVER = () -> {};

    /** Returns if the work may go on. Throws an exception of the caller's choice if it must end. */
    void check();
}
