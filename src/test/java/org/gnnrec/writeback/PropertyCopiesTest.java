package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.StackWalker.Option;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.LabelScan;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.DeletedMeanwhile;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Node;

class PropertyCopiesTest {
    private static final List<String> LABELS = List.of("User", "Item");

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final PropertyCopies copies = PropertyCopies.ofCommunities(NEO4J.inner());

    @Test
    void aPropertyThatNodesCarryIsRefusedWithTheirNumber() {
        NEO4J.run("CREATE (:User {e: 1}), (:Item {e: 2}), (:Item {e: 3}), (:Item), (:Other {e: 4})");
        assertThatThrownBy(() -> copies.requireUnused("e", LABELS)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 nodes labeled User or Item already have a property 'e'");
    }

    @Test
    void aPropertyOfOtherNodesOrOfNoneIsFree() {
        NEO4J.run("CREATE (:Other {e: 4}), (:Item {f: 1})");
        assertThatCode(() -> copies.requireUnused("e", LABELS)).doesNotThrowAnyException();
        assertThatCode(() -> copies.requireUnused("never seen", LABELS)).doesNotThrowAnyException();
    }

    @Test
    void aPropertyIsRemovedFromTheNodesOfOneLabelOnly() {
        NEO4J.run("UNWIND range(1, 10001) AS i CREATE (:Item {e: i, f: i})");
        NEO4J.run("CREATE (:User {e: 1})");
        copies.remove("e", "Item");
        assertThat(NEO4J.value("MATCH (n) WHERE n.e IS NOT NULL RETURN labels(n)[0]")).isEqualTo("User");
        assertThat(NEO4J.value("MATCH (n:Item) RETURN count(n.f)")).isEqualTo(10_001L);
    }

    @Test
    void valuesThatGnnrecDoesNotWriteStay() {
        NEO4J.run("CREATE (:Item {e: 1}), (:Item {e: 'name'}), (:Item {e: [1.5, 2]}), (:Item {e: ['a']})");
        PropertyCopies.ofEmbeddings(NEO4J.inner()).remove("e", "Item");
        assertThat(NEO4J.value("MATCH (n:Item) RETURN count(n.e)")).isEqualTo(3L);
        copies.remove("e", "Item");
        assertThat(NEO4J.value("MATCH (n:Item) RETURN count(n.e)")).isEqualTo(2L);
    }

    /** The scan has read the ids of the nodes of a label before others delete one. */
    @Test
    void aNodeThatOthersDeleteWhileTheLabelIsScannedIsNoCarrier() {
        NEO4J.run("UNWIND range(0, 10001) AS id CREATE (:Item {id: id, e: 1})");
        AtomicBoolean isDeleted = new AtomicBoolean();
        PropertyCopies beside = PropertyCopies.ofCommunities(NEO4J.inner(() -> {
            if (isScanning() && isDeleted.compareAndSet(false, true)) {
                DeletedMeanwhile.commit(NEO4J, "MATCH (i:Item) DELETE i");
            }
        }));
        beside.remove("e", "Item");
        assertThat(isDeleted).isTrue();
    }

    private static boolean isScanning() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == LabelScan.class));
    }

    @Test
    void aNodeThatOthersDeleteWhileItIsLookedAtIsNotRelabeled() {
        List<Node> nodes = NEO4J.create("Other", 7L);
        NEO4J.run("MATCH (n:Other) SET n.e = 1");
        NodeTable table = new NodeTable(IdMap.ofAscending(new long[]{ NodeIds.of(nodes.get(0)) }),
                new Object[]{ DeletedMeanwhile.seven(NEO4J, "MATCH (n:Other) DELETE n") });
        copies.removeFromRelabeled(table, "id", "e", LABELS);
        assertThat(NEO4J.value("MATCH (n) RETURN count(n)")).isEqualTo(0L);
    }

    @Test
    void aCancellationEndsTheRemoval() {
        NEO4J.run("CREATE (:Item {e: 1})");
        PropertyCopies cancelled = PropertyCopies.ofEmbeddings(NEO4J.inner(() -> {
            throw new IllegalStateException("terminated");
        }));
        assertThatThrownBy(() -> cancelled.remove("e", "Item")).hasMessage("terminated");
        assertThat(NEO4J.value("MATCH (n:Item) RETURN count(n.e)")).isEqualTo(1L);
    }
}
