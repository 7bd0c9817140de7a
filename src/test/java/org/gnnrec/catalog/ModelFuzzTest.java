package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelMutation.Mutant;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.serving.Recommender;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Stored models of every type, changed at random from a seed. Each is refused with a clear error, or it serves: it
 * recommends, embeds and explains for users and items that it knows and that it does not know. It takes no more memory
 * to load than the good model and twice its own bytes.
 *
 * <p>Reads {@value #USUAL_MEBIBYTES} MiB of mutants. {@code -Dgnnrec.fuzz=100} reads 100 MiB. A failure names the seed
 * of its mutant.
 */
class ModelFuzzTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final int USUAL_MEBIBYTES = 12;
    private static final long BYTES = (long) (Double.parseDouble(
            System.getProperty("gnnrec.fuzz", String.valueOf(USUAL_MEBIBYTES))) * (1 << 20));
    /** For the error and its trace. */
    private static final long SMALL = 1 << 16;
    private static final int MOST_FAILURES = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<String> failures = new ArrayList<>();
    private FuzzedGraph graph;
    private long mutants;
    private long served;
    private long read;

    /** A good model and what its load takes. */
    private record Good(String name, StoredInMemory stored, long allocated) {}

    @BeforeEach
    void write() {
        graph = new FuzzedGraph(NEO4J);
    }

    @Test
    void aChangedModelIsRefusedClearlyOrServes() {
        List<Good> all = configurations().stream().map(this::good).toList();
        assertThat(all.stream().map(good -> good.stored().model().get("modelType")).collect(Collectors.toSet()))
                .containsAll(ModelTypes.installed().all().stream().map(ModelType::name)
                        .filter(name -> !name.equals("toy")).toList());
        long start = System.nanoTime();
        NEO4J.in(tx -> {
            while (read < BYTES && failures.size() < MOST_FAILURES) {
                check(tx, all.get((int) (mutants % all.size())), mutants++);
            }
            return null;
        });
        String figures = "%d mutants of %.1f MiB, %d of them served, %.0f s".formatted(mutants,
                (double) read / (1 << 20), served, (System.nanoTime() - start) * 1e-9);
        assertThat(failures).as(figures).isEmpty();
        assertThat(served).as(figures).isBetween(mutants / 20, mutants / 2);
    }

    private static List<Map<String, Object>> configurations() {
        return List.of(Map.of("modelType", "lightgcn", "layers", 1L),
                Map.of("modelType", "lightgcn", "layers", 2L, "rowNormalization", true),
                Map.of("modelType", "graphsage", "layers", 1L, "aggregator", "mean"),
                Map.of("modelType", "graphsage", "layers", 2L, "aggregator", "gcn"),
                Map.of("modelType", "graphsage", "layers", 2L, "aggregator", "pool"),
                Map.of("modelType", "graphsage", "layers", 1L, "aggregator", "lstm"),
                Map.of("modelType", "graphsage", "layers", 0L),
                Map.of("modelType", "gat", "layers", 2L, "attention", "v1", "attentionHeads", 2L),
                Map.of("modelType", "gat", "layers", 1L, "attention", "v2"),
                Map.of("modelType", "pinsage", "layers", 1L), Map.of("modelType", "pinsage", "layers", 2L),
                Map.of("modelType", "spectral", "inputExponent", 0.25, "outputExponent", 0.5, "spectrumExponent", 1.0),
                Map.of("modelType", "sparse", "method", "slim", "userExponent", 0.25, "inputExponent", 0.5,
                        "outputExponent", -0.5, "regularization", 10.0),
                Map.of("modelType", "sparse", "method", "twoHop", "userExponent", 0.5, "inputExponent", 0.5,
                        "outputExponent", -0.5, "regularization", 10.0, "exact", false),
                Map.of("modelType", "blend", "spectral",
                        Map.of("inputExponent", 0.25, "outputExponent", 0.5, "spectrumExponent", 1.0,
                                "embeddingDimension", 8L),
                        "slim",
                        Map.of("userExponent", 0.25, "inputExponent", 0.5, "outputExponent", -0.5, "regularization",
                                10.0),
                        "partWeights", Map.of("spectral", 1.0, "slim", 0.5)));
    }

    private Good good(Map<String, Object> keys) {
        boolean odd = keys.hashCode() % 2 == 0;
        StoredInMemory stored = StoredInMemory.of(graph.model(NEO4J, keys, odd, true));
        NEO4J.in(tx -> {
            serve(tx, load(stored));
            return null;
        });
        load(stored);
        return new Good(keys.toString(), stored, allocated(() -> load(stored)));
    }

    private void check(Transaction tx, Good good, long seed) {
        Mutant mutant = ModelMutation.of(good.stored(), seed);
        read += mutant.stored().bytes();
        try {
            Recommender recommender = loadedInBounds(mutant.stored(), good);
            if (recommender != null) {
                served++;
                serve(tx, recommender);
            }
        } catch (Throwable e) {
            if (!isOurs(e)) {
                failures.add("seed " + seed + " of " + good.name() + ", steps " + mutant.steps() + ": " + e + " at "
                        + Stream.of(e.getStackTrace()).limit(8).toList());
            }
        }
    }

    /** Loads again where the first time takes too much: it may load classes. */
    private static Recommender loadedInBounds(StoredInMemory stored, Good good) {
        long most = good.allocated() + 2 * stored.bytes() + SMALL;
        Recommender[] loaded = new Recommender[1];
        for (int n = 0; n < 3; n++) {
            if (allocated(() -> loaded[0] = loadedOrNull(stored)) <= most) {
                return loaded[0];
            }
        }
        throw new AssertionError("more than " + most + " bytes were allocated");
    }

    private static long allocated(Runnable work) {
        long thread = Thread.currentThread().threadId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    private static Recommender loadedOrNull(StoredInMemory stored) {
        try {
            return load(stored);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).endsWith(". Train the model again");
            return null;
        }
    }

    /** True for what this code base throws itself, with a message. */
    private static boolean isOurs(Throwable e) {
        return e.getClass() == IllegalArgumentException.class
                && e.getStackTrace()[0].getClassName().startsWith("org.gnnrec.");
    }

    /** As a call and a warm start do. */
    private static Recommender load(StoredInMemory stored) {
        ModelCatalog catalog = new ModelCatalog(stored.transaction());
        ModelInfo info = catalog.require("fuzz");
        ServedModel whole = catalog.loadWhole(info);
        if (info.spec() instanceof SteppedSpec spec) {
            spec.parameters(whole.fitted().state(), whole.users().size());
        }
        return new Recommender(catalog.load(info));
    }

    private void serve(Transaction tx, Recommender recommender) {
        List<Node> items = graph.someItems(tx);
        recommender.embeddings().trainedUsers();
        for (Node user : graph.someUsers(tx)) {
            recommender.recommend(tx, user, 3).forEach(row -> assertThat(row.rank()).isPositive());
            recommender.recommend(tx, user, 1_000_000).forEach(row -> assertThat(row.rank()).isPositive());
            recommender.embeddings().trained(user, null);
            recommender.embeddings().now(tx, user, null);
            recommender.explainer().explain(tx, user, items.getFirst(), Cancellation.NEVER);
        }
        items.forEach(item -> {
            recommender.embeddings().trained(item, null);
            recommender.embeddings().now(tx, item, null);
        });
    }
}
