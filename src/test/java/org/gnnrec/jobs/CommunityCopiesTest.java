package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

class CommunityCopiesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final ModelStore store = new ModelStore(NEO4J.inner());
    private final CommunityCopies copies = new CommunityCopies(NEO4J.inner());

    @Test
    void theOwnPropertyIsWrittenAgainAndTakenFromItemsThatAreNoLongerAmongThem() {
        ModelInfo info = store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:Item {id: 1}), (:Item {id: 2}), (:Item {id: 3})");
        write(info, "topic", 1, 2, 3);
        NEO4J.run("MATCH (i:Item {id: 2}) SET i.id = 9");
        assertThatCode(() -> copies.requireOwnership(info, "topic")).doesNotThrowAnyException();
        write(info, "topic", 3);
        assertThat(carriers("topic")).isEqualTo(List.of(3L));
    }

    @Test
    void anInterruptedMoveToAnotherPropertyIsFinishedByTheNextCall() {
        ModelInfo info = store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:Item {id: 1, topic: 0, theme: 0}), (:Item {id: 2, topic: 0})");
        store.setCommunityProperties("default", List.of("topic", "theme"));
        write(info, "theme", 1, 2);
        assertThat(carriers("topic")).isEqualTo(List.of());
        assertThat(carriers("theme")).isEqualTo(List.of(1L, 2L));
        NEO4J.run("MATCH (i:Item) SET i.topic = 'mine'");
        assertThatThrownBy(() -> copies.requireOwnership(info, "topic")).hasMessageContaining("2 nodes labeled Item");
    }

    @Test
    void anotherVersionOwnsThePropertyToo() {
        ModelInfo info = store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:Item {id: 1})");
        write(info, "topic", 1);
        ModelInfo next = store(ServedModels.info("default", 2));
        copies.removeSuperseded("default");
        assertThat(carriers("topic")).isEqualTo(List.of(1L));
        assertThatCode(() -> copies.requireOwnership(next, "topic")).doesNotThrowAnyException();
    }

    @Test
    void aVersionOfOtherItemsLeavesNoneBehind() {
        ModelInfo info = store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:Item {id: 1}), (:Movie {id: 1, topic: 'mine'})");
        write(info, "topic", 1);
        ModelInfo next = store(ServedModels.info("default", 2, "other", "User", "Movie"));
        assertThatThrownBy(() -> copies.requireOwnership(next, "topic")).hasMessageContaining("1 nodes labeled Movie");
        copies.removeSuperseded("default");
        assertThat(NEO4J.value("MATCH (n) WHERE n.topic IS NOT NULL RETURN labels(n)[0]")).isEqualTo("Movie");
    }

    @Test
    void theEmbeddingsAndCommunitiesOfAnyModelAreRefused() {
        ModelInfo info = store(ServedModels.info("default", 1));
        store(ServedModels.info("songs", 1, "song", "User", "Song"));
        store.setCommunityProperties("songs", List.of("topic"));
        assertThatThrownBy(() -> copies.requireOwnership(info, "topic"))
                .hasMessageContaining("holds the communities of model 'songs'");
        assertThatThrownBy(() -> copies.requireOwnership(info, "song_index"))
                .hasMessageContaining("holds the embeddings of model 'songs'");
        assertThatThrownBy(() -> copies.requireOwnership(info, "gnnrec_default"))
                .hasMessageContaining("holds the embeddings of model 'default'");
        assertThatThrownBy(() -> copies.requireNoCommunities("topic")).hasMessageContaining("Name another");
    }

    private void write(ModelInfo info, String property, long... ids) {
        NodeTable nodes = NEO4J.in(tx -> {
            List<Node> items = Arrays.stream(ids)
                    .mapToObj(id -> tx.findNode(Label.label(info.items().name()), "id", id))
                    .sorted(Comparator.comparingLong(NodeIds::of)).toList();
            return new NodeTable(IdMap.ofAscending(items.stream().mapToLong(NodeIds::of).toArray()),
                    items.stream().map(node -> IdValue.of(node, "id")).toArray());
        });
        assertThat(copies.write(info, property, nodes, new int[ids.length], done -> {})).isEqualTo(ids.length);
    }

    private static Object carriers(String property) {
        return NEO4J
                .value("MATCH (n) WHERE n." + property + " IS NOT NULL WITH n.id AS id ORDER BY id RETURN collect(id)");
    }

    private ModelInfo store(ModelInfo info) {
        Draft draft = store.begin(info.name());
        store.makeCurrent(draft, ServedModels.random(info, 2, 3, 2, 1), List.of());
        return info;
    }
}
