package org.gnnrec.projection;

import java.util.ArrayDeque;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.source.Decay;

/** Keeps edges with their times until the age of each is known. Holds 24 bytes an edge. */
final class TimedEdges {
    private static final int CHUNK = 1 << 15;

    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private double latest = Double.NEGATIVE_INFINITY;
    private double oldest = Double.POSITIVE_INFINITY;

    private static final class Chunk {
        private final int[] users = new int[CHUNK];
        private final int[] items = new int[CHUNK];
        private final double[] weights = new double[CHUNK];
        private final double[] seconds = new double[CHUNK];
        private int size;
    }

    /** @param seconds since 1970, NaN where the time is not known */
    void add(int user, int item, double weight, double seconds) {
        if (chunks.isEmpty() || chunks.getLast().size == CHUNK) {
            chunks.add(new Chunk());
        }
        Chunk chunk = chunks.getLast();
        chunk.users[chunk.size] = user;
        chunk.items[chunk.size] = item;
        chunk.weights[chunk.size] = weight;
        chunk.seconds[chunk.size++] = seconds;
        if (!Double.isNaN(seconds)) {
            latest = Math.max(latest, seconds);
            oldest = Math.min(oldest, seconds);
        }
    }

    boolean hasTimes() {
        return latest != Double.NEGATIVE_INFINITY;
    }

    /** By the latest and the oldest time, of which there must be one. */
    Decay decay(double halfLifeDays) {
        return new Decay(halfLifeDays, latest, oldest);
    }

    /** Hands on all edges with their decayed weights and keeps none. */
    void drainTo(CsrBuilder edges, Decay decay) {
        while (!chunks.isEmpty()) {
            Chunk chunk = chunks.remove();
            for (int e = 0; e < chunk.size; e++) {
                float weight = (float) (chunk.weights[e] * decay.factor(chunk.seconds[e]));
                edges.add(chunk.users[e], chunk.items[e], weight);
            }
        }
    }
}
