package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A drop that ends anywhere is finished by the next one. */
class DropJobTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    private static final String INTERRUPTED = "an earlier drop of it was interrupted";

    private final CopiedGraph graph = new CopiedGraph(NEO4J);

    @Test
    void aDropThatEndsAnywhereIsFinishedByTheNextOne() {
        List<String> problems = new ArrayList<>();
        for (int checks = 1; isEnded(checks); checks += 2) {
            boolean wasListed = isListed();
            Optional<ModelRow> row = drop(Cancellation.NEVER);
            assertThat(left()).as("left after %s checks", checks).isEmpty();
            assertThat(row.isPresent() || !wasListed).isTrue();
            row.ifPresent(dropped -> {
                assertThat(dropped.problem()).isEqualTo(wasListed ? null : INTERRUPTED);
                problems.add(dropped.problem());
            });
        }
        assertThat(problems).contains(null, INTERRUPTED);
        assertThat(left()).isEmpty();
    }

    /** Makes a model that wrote all it can, relabels a node, and drops it in a call that may check this often. */
    private boolean isEnded(int checks) {
        NEO4J.run("MATCH (n) DETACH DELETE n");
        ServedModel model = graph.create(true);
        new CommunityCopies(NEO4J.inner()).write(model.info(), "taste", model.items(), new int[CopiedGraph.ITEMS],
                done -> {});
        NEO4J.run("MATCH (n) WHERE n.id = 2 OR n.id = 'u2' SET n:Other REMOVE n:User, n:Item");
        AtomicInteger left = new AtomicInteger(checks);
        try {
            drop(() -> {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("terminated");
                }
            });
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("terminated");
            return true;
        }
    }

    @Test
    void theRowIsOfTheNewestVersionThatIsLeft() {
        ModelStore store = new ModelStore(NEO4J.inner());
        graph.store(ServedModels.info("default", 1), true);
        graph.store(ServedModels.info("default", 2), true);
        store.retire("default");
        store.begin("default");
        assertThat(isListed()).isFalse();
        ModelRow row = drop(Cancellation.NEVER).orElseThrow();
        assertThat(row.modelVersion()).isEqualTo(2);
        assertThat(row.copied()).isFalse();
        assertThat(row.missingCopies()).isNull();
        assertThat(left()).isEmpty();
        assertThat(drop(Cancellation.NEVER)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsFinishedToo() {
        graph.create(true);
        new ModelStore(NEO4J.inner()).retire("default");
        NEO4J.run("MATCH (m:_GnnRecModel) REMOVE m.modelVersion WITH m "
                + "MATCH (m)-[:_PART]->(p) DETACH DELETE p");
        assertThat(drop(Cancellation.NEVER).orElseThrow().problem()).contains("modelVersion");
        assertThat(left()).isEmpty();
    }

    @Test
    void aDropThatAnotherCallIsMakingIsRefused() {
        graph.create(true);
        new ModelStore(NEO4J.inner()).retire("default");
        try (var claim = RunningTrainings.claim(NEO4J.in(CallerTransaction::databaseId), "default")) {
            assertThatThrownBy(() -> drop(Cancellation.NEVER))
                    .hasMessageContaining("model 'default' is being trained, written or dropped by another call");
        }
        assertThat(left()).isNotEmpty();
    }

    @Test
    void theWholeCopyOfAModelIsNotWholeFromItsDropOn() {
        graph.create(true);
        new ModelStore(NEO4J.inner()).retire("default");
        ListedModel model = NEO4J.in(tx -> new ModelList(tx).findToDrop("default")).orElseThrow();
        assertThat(model.info().orElseThrow().copy().isWhole()).isFalse();
    }

    private static Optional<ModelRow> drop(Cancellation cancellation) {
        return NEO4J.in(tx -> new DropJob(NEO4J.db(), tx, cancellation, CopiedGraph.progress()).run("default"));
    }

    private static boolean isListed() {
        return NEO4J.in(tx -> new ModelList(tx).find("default")).isPresent();
    }

    /** Properties beside the ids, vector indexes and nodes of gnnrec. */
    private static List<Object> left() {
        return Stream.of("SHOW INDEXES YIELD name, type WHERE type = 'VECTOR' RETURN collect(name)",
                "MATCH (n:User|Item|Other) UNWIND keys(n) AS key WITH key WHERE key <> 'id' RETURN collect(key)",
                "MATCH (n:_GnnRecModel|_GnnRecPart) RETURN collect(labels(n)[0])")
                .flatMap(cypher -> ((List<?>) NEO4J.value(cypher)).stream()).<Object>map(any -> any).toList();
    }
}
