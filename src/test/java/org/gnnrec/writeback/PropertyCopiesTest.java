package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
