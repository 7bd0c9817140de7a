package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Node;

/** What gnnrec wrote to nodes whose labels changed since goes with the version that wrote it. */
class RelabeledNodesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    private static final String KEYS = "MATCH (n) WHERE NOT n:_GnnRecModel AND NOT n:_GnnRecPart "
            + "UNWIND keys(n) AS key WITH DISTINCT key ORDER BY key RETURN collect(key)";

    private final ModelStore store = new ModelStore(NEO4J.inner());
    private final Copies copies = new Copies(NEO4J.inner(), null);
    private List<Node> users;
    private List<Node> items;

    @BeforeEach
    void create() {
        users = NEO4J.create("User", "a", "b");
        items = NEO4J.create("Item", 1L, 2L);
    }

    @Test
    void aDropFindsThemByTheirNodeIds() {
        store(ServedModels.info("default", 1));
        store.setCommunityProperties("default", List.of("topic"));
        write();
        NEO4J.run("MATCH (u:User {id: 'a'}) REMOVE u:User");
        NEO4J.run("MATCH (i:Item {id: 1}) REMOVE i:Item SET i:Film");
        copies.drop("default");
        assertThat(NEO4J.value(KEYS)).isEqualTo(List.of("id"));
        assertThat(NEO4J.value("MATCH (n) RETURN count(n)")).isEqualTo(4L);
    }

    @Test
    void aNewVersionFindsThemTooAndLeavesTheNodesOfItsOwn() {
        store(ServedModels.info("default", 1));
        write();
        NEO4J.run("MATCH (u:User {id: 'a'}) REMOVE u:User");
        NEO4J.run("MATCH (i:Item {id: 1}) REMOVE i:Item SET i:User");
        store(ServedModels.info("default", 2));
        copies.claim(TrainSettings.of(Map.of("createIndexes", false)));
        assertThat(carriers("gnnrec_default")).isEqualTo(List.of("1", "2", "b"));
        assertThat(carriers("gnnrec_default_index")).isEqualTo(List.of("2"));
    }

    @Test
    void anotherNodeUnderAReusedNodeIdKeepsItsValues() {
        store(ServedModels.info("default", 1));
        write();
        NEO4J.run("MATCH (u:User {id: 'a'}) REMOVE u:User SET u:Document, u.id = 'mine'");
        NEO4J.run("MATCH (u:User {id: 'b'}) REMOVE u:User SET u.gnnrec_default = 'mine'");
        copies.drop("default");
        assertThat(carriers("gnnrec_default")).isEqualTo(List.of("b", "mine"));
    }

    @Test
    void aBrokenVersionIsDroppedWithoutThem() {
        store(ServedModels.info("default", 1));
        write();
        NEO4J.run("MATCH (u:User {id: 'a'}) REMOVE u:User");
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'users'}) SET p.bytes = p.crc");
        copies.drop("default");
        assertThat(carriers("gnnrec_default")).isEqualTo(List.of("a"));
        assertThat(NEO4J.value("MATCH (n:_GnnRecModel|_GnnRecPart) RETURN count(n)")).isEqualTo(0L);
    }

    private void store(ModelInfo info) {
        Draft draft = store.begin(info.name());
        var model = ServedModels.random(info, table(users), table(items), Graphs.random(2, 2, 0.9, 1), 2, 1);
        store.makeCurrent(draft, model, store.write(draft, model));
    }

    private static NodeTable table(List<Node> nodes) {
        return NEO4J.in(tx -> new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()),
                nodes.stream().map(node -> IdValue.of(tx.getNodeByElementId(node.getElementId()), "id")).toArray()));
    }

    /** As a training and the communities would. */
    private static void write() {
        Stream.of("n:User|Item SET n.gnnrec_default", "n:Item SET n.gnnrec_default_index")
                .forEach(set -> NEO4J.run("MATCH (" + set.replace(" SET", ") SET") + " = [0.5, 0.5]"));
        NEO4J.run("MATCH (i:Item) SET i.topic = 1");
    }

    private static Object carriers(String property) {
        return NEO4J.value("MATCH (n) WHERE n[\"" + property + "\"] IS NOT NULL "
                + "WITH toString(n.id) AS id ORDER BY id RETURN collect(id)");
    }
}
