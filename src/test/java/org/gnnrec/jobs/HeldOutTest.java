package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.interactions;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.serving.Recommender;
import org.gnnrec.source.Decay;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On users 0 to 2, who liked the items 0 and 1 in training; user 0 disliked item 2. */
class HeldOutTest {
    private static final Weighting WEIGHTS = new Weighting(Map.of("HATES", -1.0), "w", null, Double.POSITIVE_INFINITY);

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @BeforeEach
    void create() {
        NEO4J.create("User", 0L, 1L, 2L);
        NEO4J.create("Item", 0L, 1L, 2L, 3L);
        NEO4J.run("MATCH (u:User), (i:Item) WHERE i.id < 2 CREATE (u)-[:LIKES]->(i)");
        NEO4J.run("MATCH (u:User {id: 0}), (i:Item {id: 2}) CREATE (u)-[:HATES]->(i)");
        NEO4J.run("MATCH (:User {id: 2})-[r:LIKES]->(:Item {id: 0}) SET r.w = 1");
    }

    @Test
    void pairsThatAreAlsoTrainedOnAreLeftOutAndCounted() {
        test(0, 3);
        test(0, 2);
        test(1, 0);
        test(1, 3);
        HeldOut heldOut = load();
        assertThat(heldOut.test().sameEdges(Graphs.parse(3, 4, "0:3; 1:3"))).isTrue();
        assertThat(heldOut.trained().sameEdges(Graphs.parse(3, 4, "0:2; 1:0"))).isTrue();
        List<EvaluateRow> rows = compare(heldOut);
        assertThat(rows).filteredOn(row -> row.segment().equals("all")).hasSize(8)
                .allMatch(row -> row.trainedPairs() == 2 && row.users() == 2)
                .allMatch(row -> row.low() <= row.value() && row.value() <= row.high());
        assertThat(rows).filteredOn(row -> row.segment().equals("newItems")).hasSize(2)
                .allMatch(row -> row.trainedPairs() == 1);
    }

    @Test
    void aSingleUserHasNoInterval() {
        test(1, 3);
        assertThat(compare(load())).isNotEmpty().allMatch(row -> row.low() == null && row.high() == null)
                .allMatch(row -> row.value() >= 0 && row.users() == 1 && row.trainedPairs() == 0);
    }

    @Test
    void whereAllPairsAreTrainedOnThereIsNothingToMeasure() {
        test(0, 0);
        test(0, 2);
        assertRefused("testRelationshipTypes: model 'm' was trained on all 2 pairs of the types [TEST], through "
                + "relationships of [LIKES, HATES]. Delete those before a training");
    }

    @Test
    void aBadNumberOfOneUserIsNamedBeforeAnythingIsMeasured() {
        test(0, 3);
        NEO4J.run("MATCH (:User {id: 1})-[r:LIKES]->(:Item {id: 0}) SET r.w = 'many'");
        String id = (String) NEO4J.value("MATCH ()-[r:LIKES {w: 'many'}]->() RETURN elementId(r)");
        assertRefused("model 'm' is measured on the graph as it is now: relationship " + id
                + " (LIKES) of user 1: 'w' must be a number but was 'many'. Correct it");
    }

    @Test
    void aChangedGraphIsNamed() {
        test(0, 3);
        NEO4J.run("CREATE (:User {id: 3})");
        assertRefused("the graph has changed since model 'm' was trained: 3 users, 4 items and 6 interactions then, "
                + "4 users, 4 items and 6 interactions now. Train it again");
    }

    @Test
    void aChangeThatLeavesTheCountsIsNamedToo() {
        test(0, 3);
        NEO4J.run("MATCH (:User {id: 1})-[r:LIKES]->(:Item {id: 0}) SET r.w = 2");
        assertRefused("6 interactions then, as many, but with other ids, pairs or weights, now. Train it again");
    }

    private static void test(int user, int item) {
        NEO4J.run("MATCH (u:User {id: " + user + "}), (i:Item {id: " + item + "}) CREATE (u)-[:TEST]->(i)");
    }

    private static List<EvaluateRow> compare(HeldOut heldOut) {
        return new Comparison(heldOut, 20, Cancellation.NEVER).rows(1).toList();
    }

    private static HeldOut load() {
        Recommender recommender = new Recommender(model());
        return NEO4J.in(tx -> HeldOut.load(new Sources(NEO4J.inner(), tx, HeapClaim.UNBOUNDED, 1), recommender,
                List.of()));
    }

    private static void assertRefused(String message) {
        assertThatThrownBy(HeldOutTest::load).hasMessageContaining(message);
    }

    private static ServedModel model() {
        ModelInfo info = ServedModels.info("m", 1, "uid",
                interactions(kind("User"), kind("Item"), List.of("LIKES", "HATES"), WEIGHTS, Decay.NONE), "gnnrec_m");
        CsrBuilder likes = new CsrBuilder(3, 4, true);
        for (int user = 0; user < 3; user++) {
            likes.add(user, 0);
            likes.add(user, 1);
        }
        CsrGraph rows = likes.build();
        return ServedModels.with(rows, Graphs.parse(3, 4, "0:2"),
                ServedModels.random(info, table(3), table(4), rows, 2, 1));
    }

    private static NodeTable table(int size) {
        return ServedModels.table(0, size, index -> index);
    }
}
