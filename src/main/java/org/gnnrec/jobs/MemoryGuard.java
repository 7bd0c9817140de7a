package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.feature.Features;
import org.gnnrec.model.StepKeys;
import org.gnnrec.projection.Projection;
import org.gnnrec.training.MemoryEstimate;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingKeys;

/**
 * The heap that a training needs, by parts. Refuses a training that cannot fit.
 *
 * @param dimension of the embeddings
 * @param reducible the keys of this training that lower the heap
 */
public record MemoryGuard(Map<String, Long> parts, int dimension, List<Key<?>> reducible) {

    /** The live bytes of Neo4j 2026.08.1 itself: 59 and 67 MiB beside trainings of 1 and 10 million edges. */
    private static final long HOST_BYTES = 80L << 20;
    private static final long BYTES_PER_NODE = 8 + 8 + 24;
    /** The weight, its gradient, two moments and the best so far. */
    private static final long BYTES_PER_WEIGHT = 5 * 4;

    public static MemoryGuard of(Projection projection, TrainSettings settings) {
        TrainingConfig config = settings.training();
        long users = projection.users().size();
        long items = projection.items().size();
        long edges = projection.interactions().edgeCount();
        boolean weighted = projection.interactions().isWeighted();
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("Neo4j", HOST_BYTES);
        parts.put("nodes and ids", (users + items) * BYTES_PER_NODE);
        parts.put("training", new MemoryEstimate(users, items, edges, weighted,
                projection.validation() != null || config.get(TrainingKeys.VALIDATION_FRACTION) > 0, config).bytes());
        if (settings.start() != null) {
            parts.put("stored model", (users + items) * (BYTES_PER_NODE + 4L * config.spec().dimension()) + 4 * edges);
        }
        return new MemoryGuard(parts, config.spec().dimension(), Stream
                .<Key<?>>of(StepKeys.EMBEDDING_DIMENSION, StepKeys.BATCH_SIZE).filter(config.values()::declares)
                .toList());
    }

    /** This guard with features and their weights. */
    public MemoryGuard with(Features features) {
        Map<String, Long> more = new LinkedHashMap<>(parts);
        if (features.exist()) {
            more.put("features", features.users().bytes() + features.items().bytes() + BYTES_PER_WEIGHT * dimension
                    * (features.users().columnCount() + features.items().columnCount()));
        }
        return new MemoryGuard(more, dimension, reducible);
    }

    public long bytes() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The parts, one a line, as in {@code gds.*.estimate}. */
    public String treeView() {
        return "gnnrec.train: " + readable(bytes()) + parts.entrySet().stream()
                .map(part -> "\n|-- " + part.getKey() + ": " + readable(part.getValue())).collect(Collectors.joining());
    }

    public double heapPercentage() {
        return Math.round(1000.0 * bytes() / Runtime.getRuntime().maxMemory()) / 10.0;
    }

    void requireFits() {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes() > heap) {
            throw new IllegalStateException(
                    "the training needs about " + readable(bytes()) + " of heap but the server has "
                            + readable(heap) + ". Raise server.memory.heap.max_size to at least "
                            + readable(bytes() + bytes() / 7) + orLower());
        }
    }

    private String orLower() {
        return reducible.isEmpty()
                ? ""
                : reducible.stream().map(Key::name).collect(Collectors.joining(" or ", ", or lower ", ""));
    }

    public static String readable(long bytes) {
        return bytes < 1L << 30 ? (bytes >> 20) + " MiB" : Math.round(bytes / 0x1p30 * 10) / 10.0 + " GiB";
    }
}
