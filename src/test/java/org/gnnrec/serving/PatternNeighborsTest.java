package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.serving.NeighborReader.Ask;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.DeletedMeanwhile;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class PatternNeighborsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private PatternNeighbors neighbors;

    /** A user 'u' who likes the one item. */
    @BeforeEach
    void create() {
        NodeFinder users = finder("user", "User", "u");
        NodeFinder items = finder("item", "Item", 7L);
        InteractionPattern likes = InteractionPattern
                .of(Map.of("name", "LIKES", "pattern", "(user:User)-[:LIKES]->(item:Item)"));
        neighbors = new PatternNeighbors(
                new Interactions(kind("User"), kind("Item"), List.of("LIKES"), List.of(), Weighting.NONE, Decay.NONE,
                        new GraphSource(null, null, Map.of(), List.of(likes))),
                users, items);
        NEO4J.run("MATCH (u:User), (i:Item) CREATE (u)-[:LIKES]->(i)");
    }

    private static NodeFinder finder(String role, String label, Object id) {
        List<Node> nodes = NEO4J.create(label, id);
        return new NodeFinder(role, kind(label),
                new NodeTable(IdMap.ofAscending(new long[]{ NodeIds.of(nodes.get(0)) }), new Object[]{ id }));
    }

    @Test
    void aUserHasTheItemsOfThePattern() {
        NEO4J.in(tx -> {
            Node user = tx.findNode(Label.label("User"), "id", "u");
            assertThat(items(tx, user, Ask.ITEMS)).containsExactly(0);
            assertThat(items(tx, user, Ask.ITEMS_WITH_PATHS)).containsExactly(0);
            return null;
        });
    }

    @Test
    void aUserWhoIsGoneHasNone() {
        NEO4J.in(tx -> {
            Node gone = DeletedMeanwhile.node(NEO4J, tx, "User", "u");
            assertThat(items(tx, gone, Ask.ITEMS)).isEmpty();
            assertThat(items(tx, gone, Ask.ITEMS_WITH_PATHS)).isEmpty();
            return null;
        });
    }

    private List<Integer> items(Transaction tx, Node user, Ask ask) {
        List<Integer> items = new ArrayList<>();
        neighbors.forEach(tx, user, ask, neighbor -> items.add(neighbor.index()));
        return items;
    }
}
