package org.gnnrec.lab.endure;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The ids of the nodes of one label while some are made and some deleted. Thread-safe. */
final class LivingIds {
    private final AtomicLong next;
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();

    /** @param count of the nodes at the beginning, with ids from 0 */
    LivingIds(long count) {
        this.next = new AtomicLong(count);
    }

    /** An id that no node has yet. It is drawn once {@link #born} was told. */
    long unborn() {
        return next.get();
    }

    /** The node of {@link #unborn} is there. */
    void born() {
        next.incrementAndGet();
    }

    /** To be told before the node is deleted, so that nobody wonders at its absence. */
    void dying(long id) {
        gone.add(id);
    }

    boolean isGone(long id) {
        return gone.contains(id);
    }

    /** One that nobody has begun to delete yet. */
    long any(SplittableRandom random) {
        long id = random.nextLong(next.get());
        while (gone.contains(id)) {
            id = random.nextLong(next.get());
        }
        return id;
    }
}
