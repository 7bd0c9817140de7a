package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.ServedModels.interactions;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.source.Decay;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** Which rows there are, in which order and along which relationships; LightGCN at random, on users 0 and 1 and items 0 to 4. */
class ExplainerTest {
    private static final Weighting WEIGHTS = new Weighting(Map.of("BUYS", 3.0, "HATES", -1.0), "count", null,
            Double.POSITIVE_INFINITY);

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private NodeTable users;
    private NodeTable items;

    @BeforeEach
    void create() {
        users = create("User", 2);
        items = create("Item", 5);
    }

    @Test
    void theLargestContributionComesFirstAndTheOwnPartIsAmongThem() {
        like(0, 1, "LIKES");
        like(0, 2, "LIKES");
        like(0, 4, "LIKES");
        List<Explanation> list = explain(List.of("LIKES"), Weighting.NONE, 0, 3, all -> all);
        assertThat(list).hasSize(4).isSortedAccordingTo(
                Comparator.comparingDouble(Explanation::contribution).reversed());
        assertThat(list).filteredOn(one -> one.because() == null).hasSize(1).first()
                .matches(own -> own.path() == null && own.relationshipType() == null);
        assertThat(list.stream().mapToDouble(Explanation::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(list).allMatch(one -> one.attention() == null);
    }

    @Test
    void thePathIsTheRelationshipBetweenTheTwo() {
        like(0, 1, "LIKES");
        NEO4J.run("MATCH (u:User {id: 0}), (i:Item {id: 2}) CREATE (i)-[:LIKES]->(u)");
        explain(List.of("LIKES"), Weighting.NONE, 0, 3, all -> {
            assertThat(all).filteredOn(one -> one.because() != null).hasSize(2).allSatisfy(one -> {
                Path path = one.path();
                assertThat(path.length()).isEqualTo(1);
                assertThat(path.startNode().getProperty("id")).isEqualTo(0L);
                assertThat(path.endNode()).isEqualTo(one.because());
                Relationship step = path.lastRelationship();
                assertThat(step.getOtherNode(path.startNode())).isEqualTo(one.because());
                assertThat(path).containsExactly(path.startNode(), step, path.endNode());
                assertThat(path.nodes()).containsExactly(path.startNode(), path.endNode());
                assertThat(path.reverseNodes()).containsExactly(path.endNode(), path.startNode());
                assertThat(path.relationships()).containsExactly(step);
                assertThat(path.reverseRelationships()).containsExactly(step);
            });
            return all;
        });
    }

    @Test
    void ofSeveralRelationshipsTheHeaviestIsShown() {
        NEO4J.run("MATCH (u:User {id: 0}), (i:Item {id: 1}) CREATE (u)-[:LIKES {count: 2}]->(i), "
                + "(u)-[:LIKES {count: 8}]->(i), (u)-[:BUYS {count: 2}]->(i), (u)-[:HATES {count: 100}]->(i)");
        List<Object> shown = explain(List.of("BUYS", "LIKES", "HATES"), WEIGHTS, 0, 3, all -> all.stream()
                .filter(one -> one.because() != null).map(one -> one.path().lastRelationship().getProperty("count"))
                .toList());
        assertThat(shown).containsExactly(8L);
    }

    @Test
    void ofEqualRelationshipsTheFirstByTypeIsShown() {
        like(0, 1, "LIKES");
        like(0, 1, "BUYS");
        like(0, 1, "SEES");
        List<String> shown = explain(List.of("SEES", "BUYS", "LIKES"), Weighting.NONE, 0, 3, all -> all.stream()
                .filter(one -> one.because() != null).map(Explanation::relationshipType).toList());
        assertThat(shown).containsExactly("BUYS");
    }

    @Test
    void withoutTypesTheRowOfTheTrainingIsExplainedWithoutPaths() {
        like(0, 4, "LIKES");
        NEO4J.run("MATCH (i:Item {id: 2}) DELETE i");
        List<Explanation> list = explain(List.of(), Weighting.NONE, 0, 3, all -> {
            assertThat(all).filteredOn(one -> one.because() != null)
                    .extracting(one -> one.because().getProperty("id")).containsExactly(1L);
            return all;
        });
        assertThat(list).allMatch(one -> one.path() == null && one.relationshipType() == null);
    }

    @Test
    void aUserWithNothingHasTheirOwnPartAlone() {
        List<Explanation> own = LongStream.range(0, 5)
                .mapToObj(item -> explain(List.of("LIKES"), Weighting.NONE, 1, item, all -> all))
                .peek(list -> assertThat(list).hasSize(1)).map(List::getFirst).toList();
        assertThat(own).allMatch(one -> one.because() == null);
        assertThat(own).filteredOn(one -> one.contribution() > 0).isNotEmpty().allMatch(one -> one.share() == 1);
        assertThat(own).filteredOn(one -> one.contribution() < 0).isNotEmpty().allMatch(one -> one.share() == null);
        NEO4J.run("CREATE (:User {id: 7})");
        assertThat(explain(List.of("LIKES"), Weighting.NONE, 7, 3, all -> all)).hasSize(1).first()
                .matches(one -> one.because() == null && one.contribution() == 0 && one.share() == null);
    }

    @Test
    void anItemThatTrainingDidNotKnowIsAnErrorWithTheWayOut() {
        NEO4J.run("CREATE (:Item {id: 9})");
        assertThatThrownBy(() -> explain(List.of("LIKES"), Weighting.NONE, 0, 9, all -> all))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("model 'm' does not know this item, and "
                        + "modelType 'lightgcn' has no embedding for an item that was not there in training. "
                        + "Train it again, for example with {modelName: 'm', warmStart: true}");
        assertThatThrownBy(() -> explain(List.of("LIKES"), Weighting.NONE, 0, 10, all -> all))
                .hasMessage("there is no Item node whose id is 10");
    }

    private static void like(int user, int item, String type) {
        NEO4J.run("MATCH (u:User {id: " + user + "}), (i:Item {id: " + item + "}) CREATE (u)-[:" + type + "]->(i)");
    }

    private <T> List<T> explain(List<String> types, Weighting weighting, long user, long item,
            Function<List<Explanation>, List<T>> look) {
        Explainer explainer = new Recommender(model(types, weighting)).explainer();
        return NEO4J.in(tx -> look.apply(explainer.explain(tx, user, item, () -> {})));
    }

    /** User 0 had the items 1 and 2 in training. */
    private ServedModel model(List<String> types, Weighting weighting) {
        ModelInfo info = ServedModels.info("m", 1, "uid",
                interactions(kind("User"), kind("Item"), types, weighting, Decay.NONE), "gnnrec_m");
        return ServedModels.random(info, users, items, Graphs.parse(2, 5, "0:1,2"), 3, 1);
    }

    private static NodeTable create(String label, int count) {
        Object[] ids = LongStream.range(0, count).boxed().toArray();
        long[] nodeIds = NEO4J.create(label, ids).stream().mapToLong(NodeIds::of).toArray();
        return new NodeTable(IdMap.ofAscending(nodeIds), LongStream.range(0, count).boxed().toArray());
    }
}
