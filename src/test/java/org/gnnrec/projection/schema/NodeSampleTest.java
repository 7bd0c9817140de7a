package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.gnnrec.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(ids.stream().mapToLong(Long::longValue).average().orElseThrow()).isBetween(12_400.0, 12_600.0);
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
        List<Long> part = NEO4J.in(tx -> {
            NodeSample sample = NodeSample.of(tx, "N", 10_000, () -> {}).part(100);
            assertThat(sample.isWhole()).isFalse();
            return sample.nodes().stream().map(node -> (Long) node.getProperty("id")).sorted().toList();
        });
        assertThat(part).hasSize(100);
        for (int i = 1; i < part.size(); i++) {
            assertThat(part.get(i) - part.get(i - 1)).isBetween(20L, 300L);
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
