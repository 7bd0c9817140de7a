package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.LongStream;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;

class RecommenderTest {
    private static final int USERS = 5;
    private static final int ITEMS = 7;

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void theTrainedEmbeddingIsTheRowOfTheNode() {
        Recommender recommender = recommender();
        assertThat(embedding(recommender, "Item", 3)).isEqualTo(recommender.model().itemEmbeddings().row(3));
        assertThat(embedding(recommender, "User", 4)).isEqualTo(recommender.embeddings().trainedUsers().row(4));
    }

    @Test
    void aNodeThatIsAnotherOneNowHasNoEmbedding() {
        Recommender recommender = recommender();
        NEO4J.run("MATCH (n:Item {id: 3}) SET n.id = 'other'");
        NEO4J.run("MATCH (n:User {id: 4}) REMOVE n.id");
        NEO4J.run("MATCH (n:Item {id: 1}) REMOVE n:Item SET n:Genre");
        assertThat(embedding(recommender, "Item", "other")).isNull();
        assertThat(embedding(recommender, "User", null)).isNull();
        assertThat(embedding(recommender, "Genre", 1)).isNull();
    }

    /** Users 0 to 4 and items 0 to 6 in the database, with a model at random. */
    private static Recommender recommender() {
        NodeTable users = create("User", USERS);
        NodeTable items = create("Item", ITEMS);
        return new Recommender(ServedModels.random(ServedModels.info("m", 1), users, items,
                Graphs.random(USERS, ITEMS, 0.4, 1), 3, 1));
    }

    private static NodeTable create(String label, int count) {
        Object[] ids = LongStream.range(0, count).boxed().toArray();
        long[] nodeIds = NEO4J.create(label, ids).stream().mapToLong(NodeIds::of).toArray();
        return new NodeTable(IdMap.ofAscending(nodeIds), ids);
    }

    private static float[] embedding(Recommender recommender, String label, Object id) {
        return NEO4J.in(tx -> recommender.embeddings().trained(tx.findNodes(Label.label(label)).stream()
                .filter(node -> Objects.equals(IdValue.of(node, "id"), IdValue.canonical(id))).findFirst()
                .orElseThrow(), null));
    }
}
