package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.testing.DeletedMeanwhile;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** A node that another transaction deletes after it was read carries nothing. */
class DeletedNodesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    private static final List<Label> LABELS = Labels.of(List.of("User", "Item"));

    @Test
    void itCarriesNoLabelNoValueAndNoId() {
        NEO4J.create("Item", 7L);
        NEO4J.in(tx -> {
            Node gone = DeletedMeanwhile.node(NEO4J, tx, "Item", 7L);
            assertThat(Labels.hasAny(gone, LABELS)).isFalse();
            assertThat(Labels.namesOf(gone)).isEmpty();
            assertThat(NodeProperties.value(gone, "id")).isNull();
            assertThat(IdValue.of(gone, "id")).isNull();
            assertThat(IdValue.matches(gone, LABELS, "id", 7L)).isFalse();
            return null;
        });
    }

    @Test
    void anIdThatIsReadBeforeTheDeleteDoesNotMatchAfterIt() {
        NEO4J.create("Item", 7L);
        NEO4J.in(tx -> {
            Node node = tx.findNode(Label.label("Item"), "id", 7L);
            assertThat(IdValue.matches(node, LABELS, "id",
                    DeletedMeanwhile.seven(NEO4J, "MATCH (i:Item {id: 7}) DELETE i"))).isFalse();
            return null;
        });
    }
}
