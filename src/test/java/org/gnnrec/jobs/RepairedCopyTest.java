package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.jobs.CopiedGraph.ITEMS;
import static org.gnnrec.jobs.CopiedGraph.USERS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.jobs.Copies.Repaired;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.Recommender;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user did to the copy of a model on its nodes is made good, whatever it was. */
class RepairedCopyTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    private static final String COPIES = "MATCH (n:User|Item) WITH n ORDER BY labels(n)[0], n.id "
            + "RETURN collect([n.id, [x IN n.gnnrec_default | x], [x IN n.gnnrec_default_index | x]])";
    private static final String INDEXES = "SHOW INDEXES YIELD name WHERE name = 'gnnrec_default_index' RETURN count(*)";

    private final CopiedGraph graph = new CopiedGraph(NEO4J);

    @Test
    void aWholeCopyStaysAsItIs() {
        ServedModel model = graph.create(true);
        assertThat(repair(model)).isEqualTo(new Repaired(0, 0));
        assertThat(isMarked()).isTrue();
    }

    @Test
    void propertiesThatTheUserRemovedComeBackAsTheyWere() {
        ServedModel model = graph.create(true);
        Object before = NEO4J.value(COPIES);
        NEO4J.run("MATCH (n:User|Item) SET n = {id: n.id}");
        assertThat(repair(model)).isEqualTo(new Repaired(USERS + ITEMS + ITEMS - 1, 0));
        assertThat(NEO4J.value(COPIES)).isEqualTo(before);
    }

    @Test
    void valuesThatTheUserChangedComeBackAsTheyWere() {
        ServedModel model = graph.create(true);
        Object before = NEO4J.value(COPIES);
        NEO4J.run("MATCH (n:Item {id: 2}) SET n.gnnrec_default = [1.0, 2.0, 3.0], n.gnnrec_default_index = 'none'");
        NEO4J.run("MATCH (n:User {id: 'u1'}) SET n.gnnrec_default = [0.5]");
        assertThat(repair(model)).isEqualTo(new Repaired(3, 0));
        assertThat(NEO4J.value(COPIES)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void nodesMadeAgainAreFoundByTheirIdsWithAndWithoutAnIndex(boolean hasIndex) {
        ServedModel model = graph.create(true);
        Object before = NEO4J.value(COPIES);
        if (hasIndex) {
            NEO4J.run("CREATE INDEX FOR (u:User) ON (u.id)");
            NEO4J.run("CREATE INDEX FOR (i:Item) ON (i.id)");
            NEO4J.run("CALL db.awaitIndexes()");
        }
        makeAgain("User", "u2");
        makeAgain("Item", "2");
        assertThat(repair(model)).isEqualTo(new Repaired(3, 0));
        assertThat(NEO4J.value(COPIES)).isEqualTo(before);
        assertThat(repair(model)).isEqualTo(new Repaired(0, 0));
    }

    @Test
    void nodesDeletedForGoodAreCounted() {
        ServedModel model = graph.create(true);
        NEO4J.run("MATCH (n) WHERE n.id = 'u3' OR n.id = 3 DELETE n");
        assertThat(repair(model)).isEqualTo(new Repaired(0, 2));
        assertThat(isMarked()).isTrue();
    }

    @Test
    void theCopyGoesFromOtherNodesOfTheLabels() {
        ServedModel model = graph.create(true);
        Object before = NEO4J.value(COPIES);
        NEO4J.run("MATCH (i:Item {id: 1}) CREATE (j:Item) SET j = properties(i), j.id = 99");
        repair(model);
        assertThat(NEO4J.value("MATCH (i:Item {id: 99}) RETURN keys(i)")).isEqualTo(List.of("id"));
        NEO4J.run("MATCH (i:Item {id: 99}) DELETE i");
        assertThat(NEO4J.value(COPIES)).isEqualTo(before);
    }

    @Test
    void aUserWhoGetsTheLabelOfItemsKeepsTheirs() {
        ServedModel model = graph.create(true);
        NEO4J.run("MATCH (u:User {id: 'u1'}) SET u:Item");
        assertThat(repair(model)).isEqualTo(new Repaired(0, 0));
        assertThat(NEO4J.value("MATCH (u:User) RETURN count(u.gnnrec_default)")).isEqualTo((long) USERS);
    }

    @Test
    void anIdOnTwoOtherNodesIsRefusedBeforeAnythingIsWritten() {
        ServedModel model = graph.create(true);
        makeAgain("Item", "2");
        NEO4J.run("CREATE (:Item {id: 2})");
        assertThatThrownBy(() -> repair(model)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than one Item node has the id 2. Make the ids unique");
        assertThat(isMarked()).isTrue();
    }

    @Test
    void aSecondNodeWithTheIdOfATrainedOneGetsNothing() {
        ServedModel model = graph.create(true);
        NEO4J.run("CREATE (:Item {id: 2, more: true})");
        assertThat(repair(model)).isEqualTo(new Repaired(0, 0));
        assertThat(NEO4J.value("MATCH (i:Item {more: true}) RETURN size(keys(i))")).isEqualTo(2L);
    }

    @Test
    void aMissingVectorIndexIsMadeAgain() {
        ServedModel model = graph.create(true);
        NEO4J.run("DROP INDEX gnnrec_default_index");
        repair(model);
        assertThat(NEO4J.value(INDEXES)).isEqualTo(1L);
    }

    @Test
    void aModelWithoutAVectorIndexGetsNone() {
        ServedModel model = graph.create(false);
        NEO4J.run("MATCH (i:Item) REMOVE i.gnnrec_default");
        assertThat(repair(model)).isEqualTo(new Repaired(ITEMS, 0));
        assertThat(NEO4J.value(INDEXES)).isEqualTo(0L);
        assertThat(NEO4J.value("MATCH (i:Item) RETURN count(i.gnnrec_default_index)")).isEqualTo(0L);
    }

    @Test
    void theCopyOfAnInterruptedTrainingIsFinished() {
        ServedModel model = graph.store(ServedModels.info("default", 1), true);
        assertThat(isMarked()).isFalse();
        assertThat(repair(model)).isEqualTo(new Repaired(USERS + ITEMS + ITEMS - 1, 0));
        assertThat(isMarked()).isTrue();
    }

    @Test
    void aCallThatEndsHalfwayLeavesAMarkAndTheNextOneFinishes() {
        ServedModel model = graph.create(true);
        Object before = NEO4J.value(COPIES);
        NEO4J.run("MATCH (n:User|Item) SET n = {id: n.id}");
        List<Boolean> marks = new ArrayList<>();
        for (int checks = 1; isEnded(model, checks); checks++) {
            marks.add(isMarked());
            assertThat(isMarked() && hasCopies()).as("whole after %s checks", checks).isFalse();
        }
        assertThat(marks).contains(false);
        assertThat(NEO4J.value(COPIES)).isEqualTo(before);
        assertThat(isMarked()).isTrue();
    }

    /** Whether a call that may check this often comes to no end of its own. */
    private boolean isEnded(ServedModel model, int checks) {
        AtomicInteger left = new AtomicInteger(checks);
        try {
            repair(model, () -> {
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

    private static boolean hasCopies() {
        return NEO4J.value("MATCH (n:User|Item) WHERE n.gnnrec_default IS NOT NULL RETURN count(n) > 0").equals(true);
    }

    private static void makeAgain(String label, String id) {
        NEO4J.run("MATCH (n:" + label + ") WHERE toString(n.id) = '" + id + "' "
                + "CREATE (m:" + label + " {id: n.id}) DELETE n");
    }

    private Repaired repair(ServedModel model) {
        return repair(model, Cancellation.NEVER);
    }

    private Repaired repair(ServedModel model, Cancellation cancellation) {
        return graph.copies(cancellation).repair(model, new Recommender(model).embeddings()::trainedUser);
    }

    private static boolean isMarked() {
        return NEO4J.in(tx -> new ModelCatalog(tx).require("default")).copy().isWhole();
    }

    @Test
    void aConstraintOnThePropertyIsRefusedBeforeAnythingIsWritten() {
        ServedModel model = graph.create(true);
        NEO4J.run("MATCH (n:User|Item) REMOVE n.gnnrec_default");
        NEO4J.run("CREATE CONSTRAINT mine FOR (n:User) REQUIRE n.gnnrec_default IS UNIQUE");
        assertThatThrownBy(() -> graph.copies(() -> {}).repair(model,
                new Recommender(model).embeddings()::trainedUser)).hasMessageContaining("mine")
                .hasMessageContaining(
                        "Drop the constraint, or name another property by the writeProperty of gnnrec.train");
        assertThat(NEO4J.value("MATCH (n) RETURN count(n.gnnrec_default)")).isEqualTo(0L);
    }

    @Test
    void anIndexInThePlaceOfOursIsRefusedWithAWayOutThatThisCallHas() {
        ServedModel model = graph.create(true);
        NEO4J.run("MATCH (n:User|Item) REMOVE n.gnnrec_default");
        NEO4J.run("DROP INDEX gnnrec_default_index");
        NEO4J.run("CREATE INDEX gnnrec_default_index FOR (i:Item) ON (i.title)");
        assertThatThrownBy(() -> repair(model)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is an index 'gnnrec_default_index' that gnnrec did not make")
                .hasMessageEndingWith(
                        "Drop the index, or train with another writeProperty or with vectorIndex: false");
        assertThat(NEO4J.value("MATCH (n) RETURN count(n.gnnrec_default)")).isEqualTo(0L);
        NEO4J.run("DROP INDEX gnnrec_default_index");
        assertThat(repair(model)).isEqualTo(new Repaired(USERS + ITEMS, 0));
        assertThat(NEO4J.value(INDEXES)).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "MATCH (i:Item {id: 2}) DELETE i", "MATCH (i:Item {id: 2}) SET i.id = 77777" })
    void aNodeThatOthersChangeWhileTheLabelIsScannedIsGone(String meanwhile) {
        ServedModel model = graph.create(true);
        NEO4J.run("MATCH (i:Item {id: 2}) CREATE (:Item {id: 2}) DETACH DELETE i");
        NEO4J.run("UNWIND range(100, 12000) AS x CREATE (:Item {id: x})");
        AtomicBoolean isChanged = new AtomicBoolean();
        Cancellation duringTheScan = () -> {
            boolean scans = StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("scan")));
            if (scans && isChanged.compareAndSet(false, true)) {
                CompletableFuture.runAsync(() -> NEO4J.run(meanwhile)).join();
            }
        };
        graph.copies(duringTheScan).repair(model, new Recommender(model).embeddings()::trainedUser);
        assertThat(isChanged).isTrue();
    }
}
