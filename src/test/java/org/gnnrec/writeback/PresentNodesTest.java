package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Node;

class PresentNodesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void nodesAtTheirOldIdsComeFirstWhoeverElseHasTheirValue() {
        NodeTable table = table("a", "b");
        NEO4J.create("Item", "a", "b", "c");
        PresentNodes present = find(table);
        assertThat(present.nodes().nodes().nodeIds()).isEqualTo(table.nodes().nodeIds());
        assertThat(present.rows()).containsExactly(0, 1);
        assertThat(present.doubled()).isEmpty();
    }

    @Test
    void aMovedNodeKeepsItsRowAndTwoOfThemAreNone() {
        NodeTable table = table("a", "b", "c", "d");
        NEO4J.run("MATCH (n:Item WHERE n.id < 'd') SET n:Other REMOVE n:Item");
        long moved = NodeIds.of(NEO4J.create("Item", "b").getFirst());
        NEO4J.create("Item", "c", "c");
        PresentNodes present = find(table);
        assertThat(present.rows()).containsExactlyInAnyOrder(1, 3);
        assertThat(present.nodes().nodes().nodeId(present.nodes().indexOfValue("b"))).isEqualTo(moved);
        assertThat(present.doubled()).containsExactly("c");
    }

    @Test
    void withoutAnIndexAFewNodesAreNotLookedForInAWholeGraph() {
        NodeTable table = table("a", "b");
        NEO4J.run("MATCH (n:Item {id: 'a'}) SET n:Other REMOVE n:Item");
        NEO4J.create("Item", "a");
        assertThat(findByIndex(table).rows()).containsExactly(1);
        NEO4J.run("CREATE INDEX FOR (i:Item) ON (i.id)");
        NEO4J.run("CALL db.awaitIndexes()");
        assertThat(findByIndex(table).rows()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void thoseAmongGivenRowsCountTheGivenOnes() {
        NodeTable table = table("a", "b", "c", "d");
        NEO4J.run("MATCH (n:Item {id: 'b'}) DELETE n");
        PresentNodes among = find(table).among(new int[]{ 1, 2, 3 });
        assertThat(among.rows()).containsExactly(1, 2);
        assertThat(List.of(among.nodes().value(0), among.nodes().value(1))).isEqualTo(List.of("c", "d"));
    }

    @Test
    void aCancellationEndsTheSearch() {
        NodeTable table = table("a");
        assertThatThrownBy(() -> NEO4J.in(tx -> PresentNodes.find(tx, ServedModels.kind("Item"), table, () -> {
            throw new IllegalStateException("terminated");
        }))).hasMessage("terminated");
    }

    private static PresentNodes find(NodeTable table) {
        return NEO4J.in(tx -> PresentNodes.find(tx, ServedModels.kind("Item"), table, Cancellation.NEVER));
    }

    private static PresentNodes findByIndex(NodeTable table) {
        return NEO4J.in(tx -> PresentNodes.findByIndex(tx, ServedModels.kind("Item"), table));
    }

    private static NodeTable table(Object... ids) {
        List<Node> nodes = NEO4J.create("Item", ids);
        return new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()), ids);
    }
}
