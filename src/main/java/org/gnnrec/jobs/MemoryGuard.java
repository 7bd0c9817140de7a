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

    private static final String LOADED_MODELS = "loaded models";
    private static final String OTHER_CALLS = "other calls";
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
        parts.put("Neo4j", HeapLedger.HOST_BYTES);
        parts.put("nodes and ids", (users + items) * BYTES_PER_NODE);
        parts.put("training", new MemoryEstimate(users, items, edges, weighted,
                projection.validation() != null || config.get(TrainingKeys.VALIDATION_FRACTION) > 0, config).bytes());
        if (settings.start() != null) {
            parts.put("stored model", storedBytes(projection, settings));
        }
        return new MemoryGuard(parts, config.spec().dimension(), Stream
                .<Key<?>>of(StepKeys.EMBEDDING_DIMENSION, StepKeys.BATCH_SIZE).filter(config.values()::declares)
                .toList());
    }

    /** What a stored model of this size takes: ids, embeddings and interactions. */
    static long storedBytes(Projection projection, TrainSettings settings) {
        long nodes = projection.users().size() + (long) projection.items().size();
        return nodes * (BYTES_PER_NODE + 4L * settings.training().spec().dimension())
                + 4L * projection.interactions().edgeCount();
    }

    /** What is left of a training while its model is stored and copied: the graph, the model, and its copies in pieces. */
    static long modelBytes(Projection projection, TrainSettings settings) {
        return 3 * storedBytes(projection, settings);
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

    /** This guard beside what others hold of the heap. */
    MemoryGuard beside(long loadedModels, long otherCalls) {
        Map<String, Long> more = new LinkedHashMap<>(parts);
        putHeld(more, LOADED_MODELS, loadedModels);
        putHeld(more, OTHER_CALLS, otherCalls);
        return new MemoryGuard(more, dimension, reducible);
    }

    private static void putHeld(Map<String, Long> parts, String name, long bytes) {
        if (bytes > 0) {
            parts.put(name, bytes);
        }
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

    boolean fits() {
        return bytes() <= Runtime.getRuntime().maxMemory();
    }

    void requireFits() {
        long heap = Runtime.getRuntime().maxMemory();
        if (!fits()) {
            throw new IllegalStateException(
                    "the training needs about " + readable(bytes()) + " of heap" + heldByOthers()
                            + " but the server has " + readable(heap)
                            + ". Raise server.memory.heap.max_size to at least "
                            + readable(bytes() + bytes() / 7) + orLower());
        }
    }

    /** Others end, or can be bounded: the user must know of them. */
    private String heldByOthers() {
        List<String> held = Stream.of(LOADED_MODELS, OTHER_CALLS).filter(parts::containsKey)
                .map(name -> readable(parts.get(name)) + " of " + name).toList();
        return held.isEmpty() ? "" : ", of which others hold " + String.join(" and ", held) + ",";
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
