package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

class NodeFinderTest {
    private static final Label ITEM = Label.label("Item");

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aNodeIsFoundByItsValueWithAndWithoutAnIndex(boolean hasIndex) {
        createIndex(hasIndex);
        List<Object> ids = List.of(42L, 0.5, "42", true, List.of(1L, 2L));
        NodeFinder finder = finder(create(ids.toArray()));
        for (Object id : ids) {
            assertThat(found(finder, id)).isEqualTo(id);
        }
        assertThat(found(finder, 42.0)).isEqualTo(42L);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aNodeCreatedSinceTrainingIsFoundToo(boolean hasIndex) {
        createIndex(hasIndex);
        NodeFinder finder = finder(create(1L));
        List<Object> later = List.of(2.0, "new", List.of("a", "b"), List.of(1L, 2.5));
        create(later.toArray());
        for (Object id : later) {
            assertThat(found(finder, id)).isEqualTo(IdValue.canonical(id));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anUnknownIdOfTheOtherTypeGetsAHint(boolean hasIndex) {
        createIndex(hasIndex);
        NodeFinder finder = finder(create(42L, "7", 9007199254740993L));
        assertRefused(finder, "42", "there is no Item node whose id is '42', but there is one whose id is 42: ");
        assertRefused(finder, 7L, "there is no Item node whose id is 7, but there is one whose id is '7': ");
        assertRefused(finder, 7.0, "whose id is '7': the types of ids must agree");
        assertRefused(finder, "9007199254740993", "there is one whose id is 9007199254740993");
        assertThatThrownBy(() -> found(finder, "x")).hasMessage("there is no Item node whose id is 'x'");
        assertThatThrownBy(() -> found(finder, List.of(3L))).hasMessage("there is no Item node whose id is [3]");
    }

    @Test
    void anIdOnTwoNodesIsAnError() {
        createIndex(true);
        NodeFinder finder = finder(create(1L));
        create(42L, 42.0);
        assertRefused(finder, 42L, "more than one Item node has the id 42. Make the ids unique");
    }

    /** As a forged table has it. */
    @ParameterizedTest
    @ValueSource(longs = { 1L << 30, 1L << 40, 1L << 50, Long.MAX_VALUE })
    void aNodeIdThatNoStoreHasIsNobody(long nodeId) {
        NodeTable table = new NodeTable(IdMap.ofAscending(new long[]{ nodeId }), new Object[]{ 42L });
        NodeFinder finder = new NodeFinder("item", ServedModels.kind("Item"), table);
        Node node = NEO4J.in(tx -> finder.node(tx, 0));
        assertThat(node).isNull();
        assertRefused(finder, 42L, "there is no Item node whose id is 42");
    }

    @Test
    void nullIsNoUser() {
        assertRefused(finder(create()), null, "item must be a node or an id but was null");
    }

    @Test
    void aNodeOfAnotherLabelIsRefusedWithItsLabels() {
        NodeFinder finder = finder(create(1L));
        NEO4J.run("CREATE (:Genre {id: 1})");
        assertThatThrownBy(() -> NEO4J.in(tx -> finder.require(tx, tx.findNode(Label.label("Genre"), "id", 1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item must be a node labeled 'Item' but this node has [Genre]");
    }

    @Test
    void whatIsNeitherANodeNorAnIdIsRefusedInOurWords() {
        NodeFinder finder = finder(create(1L, 2L));
        NEO4J.run("MATCH (a:Item {id: 1}), (b:Item {id: 2}) CREATE (a)-[:NEXT]->(b)");
        NEO4J.in(tx -> {
            Node node = tx.findNode(ITEM, "id", 1L);
            Relationship relationship = node.getRelationships().iterator().next();
            assertRefused(finder, relationship,
                    "item must be a node or an id but was a relationship. Give one of its two nodes");
            assertRefused(finder, new OneStepPath(node, relationship),
                    "item must be a node or an id but was a path. Give one of its nodes");
            assertRefused(finder, Map.of("id", "1"), "item must be a node or an id but was the map {id='1'}");
            assertRefused(finder, List.of(List.of(1L)), "item must be a node or an id but was [[1]]");
            assertRefused(finder, null, "item must be a node or an id but was null");
            return null;
        });
    }

    @Test
    void aNodeThatHasBeenDeletedIsRefusedInOurWords() {
        NodeFinder finder = finder(create(1L));
        NEO4J.in(tx -> {
            Node node = tx.findNode(ITEM, "id", 1L);
            node.delete();
            assertThatThrownBy(() -> finder.require(tx, node)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("item is a node that has been deleted. Give one that is still there, or call before "
                            + "the delete");
            assertThatThrownBy(() -> finder.isOfGiven("node", node)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("node is a node that has been deleted");
            return null;
        });
    }

    @Test
    void aNodeIdUsedAgainIsAnotherNode() {
        List<Node> nodes = create(1L, 2L);
        NodeFinder finder = finder(nodes);
        NEO4J.run("MATCH (i:Item {id: 1}) SET i.id = 'reused'");
        NEO4J.in(tx -> {
            Node node = NodeIds.find(tx, NodeIds.of(nodes.get(0)));
            assertThat(finder.indexOf(node)).isEqualTo(-1);
            assertThat(finder.node(tx, 0)).isNull();
            assertThat(finder.indexOf(tx.findNode(ITEM, "id", 2L))).isEqualTo(1);
            return null;
        });
        NEO4J.run("MATCH (i:Item {id: 2}) DELETE i CREATE (:Item {id: 2.0})");
        NEO4J.in(tx -> {
            Node back = tx.findNode(ITEM, "id", 2L);
            assertThat(finder.indexOf(back)).isEqualTo(1);
            assertThat(finder.node(tx, 1)).as("without an index").isNull();
            return null;
        });
        createIndex(true);
        NEO4J.in(tx -> {
            assertThat(finder.node(tx, 1)).isEqualTo(tx.findNode(ITEM, "id", 2L));
            return null;
        });
    }

    @Test
    void aNodeThatLostItsLabelOrItsIdIsGone() {
        NodeFinder finder = finder(create(1L, 2L));
        NEO4J.run("MATCH (i:Item {id: 1}) REMOVE i:Item");
        NEO4J.run("MATCH (i:Item {id: 2}) REMOVE i.id");
        NEO4J.in(tx -> {
            assertThat(finder.node(tx, 0)).isNull();
            assertThat(finder.node(tx, 1)).isNull();
            assertThat(finder.indexOf(tx.findNodes(ITEM).next())).isEqualTo(-1);
            return null;
        });
    }

    private static void createIndex(boolean wanted) {
        if (wanted) {
            NEO4J.run("CREATE INDEX FOR (i:Item) ON (i.id)");
            NEO4J.run("CALL db.awaitIndexes()");
        }
    }

    private static List<Node> create(Object... ids) {
        return NEO4J.create("Item", ids);
    }

    private static NodeFinder finder(List<Node> nodes) {
        List<Node> ascending = nodes.stream().sorted((a, b) -> Long.compare(NodeIds.of(a), NodeIds.of(b))).toList();
        assertThat(ascending).as("ids ascend as created").isEqualTo(nodes);
        Object[] values = NEO4J.in(tx -> nodes.stream().map(node -> IdValue.of(again(tx, node), "id")).toArray());
        return new NodeFinder("item", ServedModels.kind("Item"),
                new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()), values));
    }

    private static Node again(Transaction tx, Node node) {
        return NodeIds.find(tx, NodeIds.of(node));
    }

    private static Object found(NodeFinder finder, Object id) {
        return NEO4J.in(tx -> IdValue.of(finder.require(tx, id), "id"));
    }

    private static void assertRefused(NodeFinder finder, Object id, String message) {
        assertThatThrownBy(() -> found(finder, id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
