package org.gnnrec.linalg;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scratch that is costly to make and is used again: as many objects as threads use at once. Thread-safe. */
public final class Pool<T> {
    private final Supplier<T> maker;
    private final Queue<T> free = new ConcurrentLinkedQueue<>();

    public Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends an object to the work, which leaves it as it came. An object whose work throws is not used again. */
    public void lend(Consumer<T> work) {
        T polled = free.poll();
        T lent = polled == null ? maker.get() : polled;
        work.accept(lent);
        free.add(lent);
    }
}
