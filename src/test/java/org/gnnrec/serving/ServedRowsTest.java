package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.ServedModels.interactions;
import static org.gnnrec.testing.ServedModels.kind;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.gnnrec.source.Decay;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.DeletedMeanwhile;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class ServedRowsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private ServedRows rows;

    /** A user who has the one item, now and at training. */
    @BeforeEach
    void create() {
        NodeTable users = table(NEO4J.create("User", "u"), "u");
        NodeTable items = table(NEO4J.create("Item", 7L), 7L);
        rows = new ServedRows(new TrainedGraph(
                interactions(kind("User"), kind("Item"), List.of("LIKES"), Weighting.NONE, Decay.NONE), users, items,
                Graphs.parse(1, 1, "0:0"), Graphs.parse(1, 1, "")));
        NEO4J.run("MATCH (u:User), (i:Item) CREATE (u)-[:LIKES]->(i)");
    }

    private static NodeTable table(List<Node> nodes, Object id) {
        return new NodeTable(IdMap.ofAscending(new long[]{ NodeIds.of(nodes.get(0)) }), new Object[]{ id });
    }

    @Test
    void aUserWhoseRelationshipsWentIsServedOtherwise() {
        assertThat(difference(() -> {})).isEmpty();
        NEO4J.run("MATCH ()-[r:LIKES]->() DELETE r");
        assertThat(difference(() -> {})).isPresent();
    }

    @Test
    void aUserWhoIsGoneIsNotServedOtherwise() {
        assertThat(difference(
                () -> DeletedMeanwhile.commit(NEO4J, "MATCH (u:User) DETACH DELETE u"))).isEmpty();
    }

    /** What differs for the user, where this happens after the node of the user was found for the first time. */
    private Optional<RowDifference> difference(Runnable meanwhile) {
        return NEO4J.in(tx -> rows.difference((Transaction) Proxy.newProxyInstance(Transaction.class.getClassLoader(),
                new Class<?>[]{ Transaction.class }, (proxy, method, given) -> {
                    Object result = method.getName().equals("getNodeById") ? NodeIds.find(tx, (long) given[0]) : null;
                    meanwhile.run();
                    return result;
                }), 0));
    }
}
