package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class NodeSampleTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aSmallLabelIsReadWhole() {
        create(10_000);
        assertThat(ids(10_000)).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void aLargeLabelIsReadEvenlyAndAlwaysTheSame() {
        create(25_000);
        List<Long> ids = ids(25_000);
        assertThat(ids).hasSizeBetween(8333, 8334).isEqualTo(ids(25_000));
        List<Integer> places = NEO4J.in(tx -> places(tx, NodeSample.of(tx, "N", 25_000, () -> {})));
        for (int third = 0; third < 8_333; third++) {
            assertThat(places.get(third)).isBetween(3 * third, 3 * third + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 10, 144, 1000 })
    void everyNodeIsThereOnceWhateverTheirNumber(int count) {
        create(count);
        assertThat(ids(count)).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void aPartIsSpreadOverTheWholeLabel() {
        create(10_000);
        List<Integer> part = NEO4J.in(tx -> {
            NodeSample sample = NodeSample.of(tx, "N", 10_000, () -> {}).part(100);
            assertThat(sample.isWhole()).isFalse();
            return places(tx, sample);
        });
        assertThat(part).hasSize(100);
        for (int i = 1; i < part.size(); i++) {
            assertThat(part.get(i) - part.get(i - 1)).isBetween(20, 300);
        }
    }

    @Test
    void aNodeThatIsDeletedMeanwhileIsPassedOver() {
        create(3);
        List<Object> read = NEO4J.in(tx -> {
            NodeSample sample = NodeSample.of(tx, "N", 3, () -> {});
            NEO4J.run("MATCH (n:N {id: 1}) DELETE n");
            List<Object> ids = new ArrayList<>();
            sample.forEach(node -> ids.add(node.getProperty("id")));
            return ids;
        });
        assertThat(read).containsExactlyInAnyOrder(0L, 2L);
    }

    /** Where the nodes stand among all of the label, ascending: ids do not tell, as freed nodes are used again. */
    private static List<Integer> places(Transaction tx, NodeSample sample) {
        List<Node> all = tx.findNodes(Label.label("N")).stream().toList();
        Set<Node> sampled = new HashSet<>(sample.nodes());
        return IntStream.range(0, all.size()).filter(i -> sampled.contains(all.get(i))).boxed().toList();
    }

    private static void create(int count) {
        NEO4J.run("UNWIND range(0, " + (count - 1) + ") AS id CREATE (:N {id: id})");
    }

    private static List<Long> ids(int count) {
        return NEO4J.in(tx -> {
            NodeSample sample = NodeSample.of(tx, "N", count, () -> {});
            assertThat(sample.isWhole()).isEqualTo(count <= 10_000);
            return sample.nodes().stream().map(node -> (Long) node.getProperty("id")).toList();
        });
    }
}
