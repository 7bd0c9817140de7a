package org.gnnrec.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.serving.LoadedModels;
import org.neo4j.io.ByteUnit;

/**
 * Who holds how much of the server's heap: Neo4j itself, the loaded models, and the calls that read, train or cluster.
 * Each call opens a reservation and is refused where the heap has no room for it beside the others.
 */
final class HeapLedger {
    /** The live bytes of Neo4j 2026.08.1 itself: 59 and 67 MiB beside trainings of 1 and 10 million edges. */
    static final long HOST_BYTES = 80L << 20;
    /** The most bytes that loaded models hold together, such as {@code 512m}; a quarter of the heap by default. */
    private static final String LOADED_MODELS = "gnnrec.loadedModels";
    /** How full a growing call may make the heap. The rest is for what it throws away and for Neo4j's queries. */
    private static final double FULLEST = 0.85;
    /** A training may take the room of models that nobody asked for in this time. */
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Set<Reservation> RESERVATIONS = ConcurrentHashMap.newKeySet();

    private HeapLedger() {}

    /** The heap that a call holds until it is closed. */
    static final class Reservation implements HeapClaim, AutoCloseable {
        private final String call;
        private volatile long bytes;

        private Reservation(String call) {
            this.call = call;
        }

        @Override
        public void grow(long more) {
            synchronized (HeapLedger.class) {
                long room = room() - othersThan(this);
                if (bytes + more > room) {
                    throw new IllegalStateException(call + " holds " + MemoryGuard.readable(bytes)
                            + " already, and the heap has no room for more: beside Neo4j, loaded models and other calls"
                            + " there are " + MemoryGuard.readable(Math.max(0, room)) + " of "
                            + MemoryGuard.readable(heap()) + ". Read less, or raise server.memory.heap.max_size");
                }
                bytes += more;
            }
        }

        /** Holds what a training needs from here on. Refuses one that does not fit beside all others. */
        void hold(MemoryGuard training) {
            synchronized (HeapLedger.class) {
                requireFits(training);
                bytes = training.bytes() - HOST_BYTES;
            }
        }

        /** Refuses a training that does not fit beside all others, once idle models have made room. */
        void requireFits(MemoryGuard training) {
            if (!beside(training).fits()) {
                LoadedModels.forgetIdle(IDLE);
            }
            beside(training).requireFits();
        }

        /** Claims what is missing to so many bytes, for work before that which the claim was made for. */
        void atLeast(long wanted) {
            if (wanted > bytes) {
                grow(wanted - bytes);
            }
        }

        /** Holds so many bytes from here on, no more than before. */
        void keep(long fewer) {
            synchronized (HeapLedger.class) {
                bytes = Math.min(bytes, fewer);
            }
        }

        /** What a training needs beside all others. */
        MemoryGuard beside(MemoryGuard training) {
            return training.beside(LoadedModels.bytes(), othersThan(this));
        }

        @Override
        public void close() {
            RESERVATIONS.remove(this);
        }
    }

    /** @param call in messages */
    static Reservation open(String call) {
        Reservation reservation = new Reservation(call);
        RESERVATIONS.add(reservation);
        return reservation;
    }

    /** The bytes that all calls hold together. */
    static long reserved() {
        return othersThan(null);
    }

    private static long othersThan(Reservation own) {
        return RESERVATIONS.stream().filter(other -> other != own).mapToLong(other -> other.bytes).sum();
    }

    private static long room() {
        return (long) (FULLEST * heap()) - HOST_BYTES - LoadedModels.bytes();
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** The bytes that loaded models may hold together while the calls hold what they do. */
    static long roomForModels() {
        return Math.min(mostForModels(), heap() - HOST_BYTES - reserved());
    }

    /** The bytes that loaded models may hold together. */
    static long mostForModels() {
        String size = System.getProperty(LOADED_MODELS);
        if (size == null) {
            return heap() / 4;
        }
        try {
            return ByteUnit.parse(size);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(LOADED_MODELS + " must be a size such as 512m or 2g but is '" + size
                    + "'. Mend the line server.jvm.additional=-D" + LOADED_MODELS + "=... in neo4j.conf");
        }
    }

    /** Refuses a model that has no room, with the number to set. */
    static void requireRoom(String modelName, long bytes) {
        if (bytes > mostForModels()) {
            throw new IllegalStateException("model '" + modelName + "' takes " + MemoryGuard.readable(bytes)
                    + " of heap, but loaded models may take " + MemoryGuard.readable(mostForModels())
                    + " together. Set server.jvm.additional=-D" + LOADED_MODELS + "=" + ((bytes >> 20) + 1)
                    + "m or more");
        }
        if (bytes > roomForModels()) {
            throw new IllegalStateException("model '" + modelName + "' takes " + MemoryGuard.readable(bytes)
                    + " of heap, but calls that run now hold " + MemoryGuard.readable(reserved()) + " of "
                    + MemoryGuard.readable(heap())
                    + ". Ask again when they have ended, or raise server.memory.heap.max_size");
        }
    }
}
