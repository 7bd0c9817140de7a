package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.gnnrec.writeback.EmbeddingWriter.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

@Timeout(120)
class EmbeddingWriterTest {
    private static final Label USER = Label.label("User");

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final List<Long> progress = new ArrayList<>();
    private final EmbeddingWriter writer = new EmbeddingWriter(NEO4J.inner(), progress::add);

    @Test
    void everyNodeGetsItsRowAndProgressIsHeardBatchByBatch() {
        Target target = target(5_001);
        assertThat(writer.write(target)).isEqualTo(5_001);
        assertThat(progress).containsExactly(5_000L, 5_001L);
        NEO4J.in(tx -> {
            for (int row = 0; row < 5_001; row += 50) {
                assertThat(embedding(tx, target, row)).isEqualTo(target.embeddings().apply(row));
            }
            return null;
        });
    }

    @Test
    void nodesDeletedOrChangedSinceTheyWereReadArePassedOver() {
        Target target = target(5);
        NEO4J.run("MATCH (u:User {id: 0}) DELETE u");
        NEO4J.run("MATCH (u:User {id: 1}) SET u.id = 'other'");
        NEO4J.run("MATCH (u:User {id: 2}) REMOVE u:User");
        NEO4J.run("MATCH (u:User {id: 3}) SET u.id = 3.0");
        assertThat(writer.write(target)).isEqualTo(2);
        assertThat(NEO4J.value("MATCH (n) WHERE n.e IS NOT NULL WITH n.id AS id ORDER BY id RETURN collect(id)"))
                .isEqualTo(List.of(3.0, 4L));
    }

    @Test
    void aNodeDeletedWhileTheWriterWaitsForItsLockIsPassedOver() throws Exception {
        Target target = target(3);
        try (Transaction tx = NEO4J.db().beginTx()) {
            tx.findNode(USER, "id", 1L).delete();
            CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> writer.write(target));
            Thread.sleep(500);
            tx.commit();
            assertThat(written.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        }
        assertThat(NEO4J.value("MATCH (n:User) RETURN count(n.e)")).isEqualTo(2L);
    }

    @Test
    void aSecondRunReplacesTheFirst() {
        Target target = target(3);
        writer.write(target);
        Target again = new Target(ServedModels.kind("User"), target.nodes(), "e",
                ServedModels.matrix(3, 4, new SplittableRandom(9))::row);
        assertThat(writer.write(again)).isEqualTo(3);
        NEO4J.in(tx -> {
            assertThat(embedding(tx, again, 2)).isEqualTo(again.embeddings().apply(2));
            return null;
        });
    }

    @Test
    void theIndexedCopyIsOneLongerUnderAnotherName() {
        Target target = target(3);
        writer.write(indexed(target, 0, 1, 2));
        assertThat(NEO4J.value("MATCH (n:User) RETURN collect(DISTINCT size(n.e_index))")).isEqualTo(List.of(4L));
        assertThat(NEO4J.value("MATCH (n:User) RETURN count(n.e)")).isEqualTo(0L);
    }

    @Test
    void onlyNodesOfTheGivenRowsGetAnIndexedCopyAndEachItsOwn() {
        Target target = target(5);
        assertThat(writer.write(indexed(target, 1, 4))).isEqualTo(2);
        assertThat(NEO4J.value("MATCH (n:User) WHERE n.e_index IS NOT NULL WITH n.id AS id ORDER BY id "
                + "RETURN collect(id)")).isEqualTo(List.of(1L, 4L));
        NEO4J.in(tx -> {
            assertThat((float[]) NodeIds.find(tx, target.nodes().nodes().nodeId(4)).getProperty("e_index"))
                    .startsWith(target.embeddings().apply(4));
            return null;
        });
    }

    @Test
    void onlyWhatDiffersByMoreThanRoundingIsWrittenAgain() {
        Target target = target(5);
        writer.write(target);
        NEO4J.run("MATCH (u:User) WHERE elementId(u) ENDS WITH ':" + target.nodes().nodes().nodeId(3) + "' REMOVE u.e");
        NEO4J.in(tx -> {
            shift(tx, target, 1, 1e-6f);
            shift(tx, target, 2, 1e-2f);
            return null;
        });
        assertThat(writer.writeMissing(target, 1e-4f)).isEqualTo(2);
        assertThat(writer.writeMissing(target, 0)).isEqualTo(1);
        assertThat(writer.writeMissing(target, 0)).isZero();
    }

    private static void shift(Transaction tx, Target target, int row, float by) {
        float[] shifted = target.embeddings().apply(row).clone();
        shifted[0] += by;
        NodeIds.find(tx, target.nodes().nodes().nodeId(row)).setProperty("e", shifted);
    }

    @Test
    void whatIsNoNumberIsNeverClose() {
        assertThat(EmbeddingWriter.isClose(new float[]{ Float.NaN }, new float[]{ 1 }, 1)).isFalse();
        assertThat(EmbeddingWriter.isClose(new float[]{ 1, 2 }, new float[]{ 1 }, 1)).isFalse();
        assertThat(EmbeddingWriter.isClose(new float[]{ 0 }, new float[]{ 0 }, 0)).isTrue();
    }

    @Test
    void aCancellationEndsTheWritingBetweenBatches() {
        EmbeddingWriter cancelled = new EmbeddingWriter(NEO4J.inner(() -> {
            throw new IllegalStateException("terminated");
        }), done -> {});
        Target target = target(6_000);
        assertThatThrownBy(() -> cancelled.write(target)).hasMessage("terminated");
        assertThat((Long) NEO4J.value("MATCH (n:User) RETURN count(n.e)")).isEqualTo(0L);
    }

    private static Target target(int size) {
        NEO4J.run("UNWIND range(0, " + (size - 1) + ") AS i CREATE (:User {id: i})");
        NodeTable nodes = NEO4J.in(tx -> {
            List<Node> ascending = tx.findNodes(USER).stream()
                    .sorted((a, b) -> Long.compare(NodeIds.of(a), NodeIds.of(b))).toList();
            return new NodeTable(IdMap.ofAscending(ascending.stream().mapToLong(NodeIds::of).toArray()),
                    ascending.stream().map(node -> IdValue.of(node, "id")).toArray());
        });
        return new Target(ServedModels.kind("User"), nodes, "e",
                ServedModels.matrix(size, 3, new SplittableRandom(8))::row);
    }

    private static Target indexed(Target target, int... rows) {
        return Target.indexed(target.kind(), target.nodes(), "e_index",
                ServedModels.matrix(target.nodes().size(), 3, new SplittableRandom(8)), rows);
    }

    private static float[] embedding(Transaction tx, Target target, int row) {
        return (float[]) NodeIds.find(tx, target.nodes().nodes().nodeId(row)).getProperty("e");
    }
}
