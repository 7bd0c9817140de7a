package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.jobs.CopiedGraph.ITEMS;
import static org.gnnrec.jobs.CopiedGraph.USERS;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.source.NodeTable;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Transaction;

/** {@code gnnrec.model.list} says how many nodes lack their copy, by a sample and exactly. */
class MissingCopiesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final CopiedGraph graph = new CopiedGraph(NEO4J);

    /** The models of tests have the same uid. */
    @BeforeEach
    void forget() {
        NEO4J.in(tx -> {
            LoadedModels.forget(CallerTransaction.databaseId(tx), "default");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aWholeCopyLacksNothing(boolean isExact) {
        graph.create(true);
        assertCounted(isExact, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void propertiesThatTheUserRemovedAreMissed(boolean isExact) {
        graph.create(true);
        NEO4J.run("MATCH (n:User|Item) SET n = {id: n.id}");
        assertCounted(isExact, USERS + ITEMS);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aVectorIsMissedWhereTheIndexHasTheItem(boolean isExact) {
        graph.create(true);
        NEO4J.run("MATCH (i:Item) REMOVE i.gnnrec_default_index");
        assertCounted(isExact, ITEMS - 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aModelWithoutAVectorIndexMissesNoVector(boolean isExact) {
        graph.create(false);
        assertCounted(isExact, 0);
        NEO4J.run("MATCH (i:Item {id: 0}) REMOVE i.gnnrec_default");
        assertCounted(isExact, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aNodeMadeAgainIsMissedAndOneThatIsGoneIsNot(boolean isExact) {
        graph.create(true);
        createIndex();
        NEO4J.run("MATCH (i:Item {id: 1}) DELETE i");
        assertCounted(isExact, 0);
        NEO4J.run("CREATE (:Item {id: 1})");
        assertCounted(isExact, 1);
    }

    @Test
    void withoutAnIndexOnlyTheExactCountLooksForANodeMadeAgain() {
        graph.create(true);
        NEO4J.run("MATCH (i:Item {id: 1}) CREATE (:Item {id: 1}) DELETE i");
        assertCounted(false, 0);
        assertCounted(true, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aNodeThatLostItsLabelIsNotOfTheModelAnyMore(boolean isExact) {
        graph.create(true);
        NEO4J.run("MATCH (u:User {id: 'u1'}) REMOVE u:User, u.gnnrec_default");
        assertCounted(isExact, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anIdOnTwoOtherNodesIsMissedAndOnOneMoreIsNot(boolean isExact) {
        graph.create(true);
        createIndex();
        NEO4J.run("CREATE (:Item {id: 1})");
        assertCounted(isExact, 0);
        NEO4J.run("MATCH (i:Item {id: 1}) DELETE i");
        NEO4J.run("UNWIND [1, 2] AS n CREATE (:Item {id: 1, gnnrec_default: [0.5]})");
        assertCounted(isExact, 1);
    }

    @Test
    void anInterruptedCopyMissesWhatItDidNotWrite() {
        ServedModel model = graph.store(ServedModels.info("default", 1), true);
        new ModelStore(NEO4J.inner()).beginCopy(model.info(), CopiedNodes.of(model));
        assertThat(row(false).missingCopies()).isEqualTo(USERS + ITEMS);
        graph.copies(Cancellation.NEVER).write(model, ServedModels.matrix(USERS, 3, new SplittableRandom(1)));
        assertCounted(false, 0);
    }

    @Test
    void aModelStoredWithoutASampleIsCountedOnRequest() {
        graph.create(true);
        NEO4J.run("MATCH (m:_GnnRecModel) REMOVE m.sampledCounts");
        NEO4J.run("MATCH (u:User {id: 'u1'}) REMOVE u.gnnrec_default");
        assertThat(row(false).missingCopies()).isNull();
        assertThat(row(false).copied()).isTrue();
        assertCounted(true, 1);
    }

    @Test
    void aBrokenModelHasNoCount() {
        graph.create(true);
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'users'}) SET p.crc = 0");
        assertThat(row(true).missingCopies()).isNull();
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.metrics = 5");
        assertThat(row(false).missingCopies()).isNull();
        assertThat(row(false).copied()).isNull();
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aDropShowsTheCountAndIsHeldUpNeitherByItNorByAListBefore() {
        graph.create(true);
        createIndex();
        NEO4J.run("MATCH (i:Item {id: 1}) SET i = {id: 1}");
        ModelRow row = NEO4J.in(tx -> {
            list(tx, true);
            return new DropJob(NEO4J.db(), tx, Cancellation.NEVER, CopiedGraph.progress()).run("default")
                    .orElseThrow();
        });
        assertThat(row.missingCopies()).isEqualTo(1);
        assertThat(NEO4J.value("MATCH (n) UNWIND keys(n) AS key RETURN collect(DISTINCT key)"))
                .isEqualTo(List.of("id"));
    }

    @Test
    void uncommittedChangesOfTheCallerCount() {
        graph.create(true);
        long missing = NEO4J.in(tx -> {
            tx.execute("MATCH (u:User) REMOVE u.gnnrec_default").close();
            return list(tx, false).missingCopies();
        });
        assertThat(missing).isEqualTo(USERS);
    }

    /** Of 6,000 users every sixth is in the sample, and of 3,000 items every third. */
    @Test
    void aSampleIsScaledToTheWhole() {
        ServedModel model = graph.create(true);
        CopiedNodes nodes = new CopiedNodes(model.users(), model.items(), new int[0], 6_000, 3_000);
        new ModelStore(NEO4J.inner()).beginCopy(model.info(), nodes);
        NEO4J.run("MATCH (n) WHERE n.id = 'u1' OR n.id = 2 REMOVE n.gnnrec_default");
        assertThat(row(false).missingCopies()).isEqualTo(6_000 / USERS + 3_000 / ITEMS);
    }

    @Test
    void aSampleHasEvenSteps() {
        NodeTable users = ServedModels.table(0, 2_500, user -> user);
        NodeTable items = ServedModels.table(0, 10, item -> item);
        CopiedNodes sample = new CopiedNodes(users, items, new int[]{ 4, 5 }, 2_500, 10).sample(5);
        assertThat(sample.users().nodes().nodeIds()).containsExactly(0, 500, 1_000, 1_500, 2_000);
        assertThat(sample.items().nodes().nodeIds()).containsExactly(0, 2, 4, 6, 8);
        assertThat(sample.indexed()).containsExactly(2);
        assertThat(sample.sample(7).users().size()).isEqualTo(5);
    }

    private static void assertCounted(boolean isExact, long expected) {
        assertThat(row(isExact).missingCopies()).isEqualTo(expected);
        assertThat(row(isExact).copied()).isEqualTo(expected == 0);
    }

    private static ModelRow row(boolean isExact) {
        return NEO4J.in(tx -> list(tx, isExact));
    }

    private static ModelRow list(Transaction tx, boolean isExact) {
        return ListJob.of("", Map.of("exact", isExact), NEO4J.inner(), tx).run().toList().getFirst();
    }

    private static void createIndex() {
        NEO4J.run("CREATE INDEX FOR (i:Item) ON (i.id)");
        NEO4J.run("CALL db.awaitIndexes()");
    }
}
