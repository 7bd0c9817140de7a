package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gnnrec.store.IndexKey;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Label;

class IndexesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final Indexes indexes = new Indexes(NEO4J.inner());

    @Test
    void aRangeIndexIsMadeOnceAndAnswersAtTheReturn() {
        NEO4J.run("UNWIND range(1, 1000) AS i CREATE (:Item {id: i})");
        indexes.ensureRange("Item", "id");
        indexes.ensureRange("Item", "id");
        assertThat(count("type = 'RANGE' AND state = 'ONLINE' AND labelsOrTypes = ['Item'] AND properties = ['id']"))
                .isEqualTo(1L);
    }

    @Test
    void aTransactionThatHasUsedAnIndexOfTheLabelIsNotWaitedForForEver() {
        Indexes impatient = new Indexes(NEO4J.inner(), Duration.ofMillis(300));
        VectorIndex vectors = new VectorIndex("gnnrec_v", "Item", "v");
        impatient.createVector(vectors, 3);
        NEO4J.in(tx -> {
            tx.schema().getIndexes(Label.label("Item")).forEach(index -> {});
            assertThatThrownBy(() -> impatient.ensureRange("Item", "id")).isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageStartingWith("an index of Item nodes could not be made or dropped")
                    .hasMessageContaining("make this call in a transaction of its own");
            assertThatThrownBy(() -> impatient.dropVector(vectors)).hasMessageContaining("of Item nodes");
            return null;
        });
        impatient.ensureRange("Item", "id");
        impatient.dropVector(vectors);
        assertThat(count("type IN ['RANGE', 'VECTOR']")).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE INDEX mine FOR (i:Item) ON (i.id)",
            "CREATE CONSTRAINT mine FOR (i:Item) REQUIRE i.id IS UNIQUE" })
    void anIndexThatIsThereIsTaken(String statement) {
        NEO4J.run(statement);
        indexes.ensureRange("Item", "id");
        assertThat(count("type = 'RANGE'")).isEqualTo(1L);
        assertThat(count("name = 'mine'")).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE INDEX FOR (i:Item) ON (i.id, i.name)", "CREATE TEXT INDEX FOR (i:Item) ON (i.id)",
            "CREATE INDEX FOR (i:Other) ON (i.id)", "CREATE INDEX FOR ()-[i:Item]-() ON (i.id)" })
    void anIndexThatCannotAnswerIsNotTaken(String statement) {
        NEO4J.run(statement);
        indexes.ensureRange("Item", "id");
        assertThat(count("type IN ['RANGE', 'TEXT']")).isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "\u00fc", "\u20ac", "\ud83d\ude00" })
    void aTextOfTheLargestSizeIsIndexedAndALongerOneIsRefusedBefore(String character) {
        int most = IndexKey.MOST_BYTES / character.getBytes(StandardCharsets.UTF_8).length;
        requireIndexable(character.repeat(most));
        NEO4J.run("CREATE (:Item {id: $id})", Map.of("id", character.repeat(most)));
        indexes.ensureRange("Item", "id");
        NEO4J.run("DROP INDEX " + NEO4J.value("SHOW INDEXES YIELD name, type WHERE type = 'RANGE' RETURN name"));
        assertThatThrownBy(() -> requireIndexable(character.repeat(most + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "createIndexes: an id of the Item nodes has " + (most + 1) * IndexKey.bytes(character)
                                + " bytes, which is '" + character)
                .hasMessageContaining(
                        "takes at most 8164. Set createIndexes: false, or name a property with shorter ids "
                                + "by itemIdProperty");
        assertThatThrownBy(() -> requireIndexable(List.of("a", character.repeat(most))))
                .hasMessageContaining("at most 8164");
        assertThat(count("type = 'RANGE'")).isEqualTo(0L);
        NEO4J.run("CREATE INDEX FOR (i:Item) ON (i.id)");
        requireIndexable(character.repeat(most + 1));
    }

    private void requireIndexable(Object id) {
        indexes.requireIndexable(ServedModels.kind("Item"), ServedModels.table(0, 2, index -> index == 0 ? 7L : id),
                "itemIdProperty");
    }

    @Test
    void anIndexThatNeo4jFailsToFillIsDroppedAgainUnlessItIsTheUsersOwn() {
        NEO4J.run("CREATE (:Item {id: [i IN range(1, 2000) | i]})");
        String message = "createIndexes: Neo4j failed to fill the range index on 'id' of Item nodes";
        assertThatThrownBy(() -> indexes.ensureRange("Item", "id")).isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining(message).hasMessageEndingWith("Set createIndexes: false").hasNoCause();
        assertThat(count("type = 'RANGE'")).isEqualTo(0L);
        NEO4J.run("CREATE INDEX mine FOR (i:Item) ON (i.id)");
        assertThatThrownBy(() -> indexes.ensureRange("Item", "id")).hasMessageContaining(message)
                .hasMessageEndingWith("Set createIndexes: false, or drop the index");
        assertThat(count("name = 'mine'")).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 9 })
    void anotherVectorIndexInOurPlaceIsRefusedAndNeverDropped(int dimensions) {
        NEO4J.run("CREATE VECTOR INDEX mine FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: "
                + dimensions + "}}");
        VectorIndex ours = new VectorIndex("v", "Item", "e");
        assertThatThrownBy(() -> indexes.createVector(ours, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is an index 'mine' that gnnrec did not make in the place of the vector index 'v' "
                        + "(cosine, not quantized) on 'e' of Item nodes, and it never replaces such an index. Drop the index, or train "
                        + "with another writeProperty or with vectorIndex: false");
        assertThat(count("type = 'VECTOR'")).isEqualTo(1L);
        indexes.requireFree(new VectorIndex("v", "Other", "e"));
        indexes.requireFree(new VectorIndex("v", "Item", "f"));
    }

    @Test
    void aConstraintOnWhatWeWriteIsRefused() {
        NEO4J.run("CREATE CONSTRAINT mine FOR (i:Item) REQUIRE (i.other, i.e) IS UNIQUE");
        NEO4J.run("CREATE CONSTRAINT FOR ()-[i:Item]-() REQUIRE i.f IS UNIQUE");
        assertThatThrownBy(() -> indexes.requireUnconstrained("e", List.of("User", "Item")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is a constraint 'mine' on 'e' of Item nodes")
                .hasMessageContaining("Drop the constraint, or name another property by the "
                        + "writeProperty of gnnrec.train or gnnrec.communities");
        indexes.requireUnconstrained("e", List.of("User"));
        indexes.requireUnconstrained("f", List.of("Item"));
    }

    @Test
    void aVectorIndexIsMadeOnceWithoutQuantization() {
        indexes.ensureVector(new VectorIndex("v", "Item", "e"), 9);
        indexes.ensureVector(new VectorIndex("v", "Item", "e"), 9);
        String options = String.valueOf(NEO4J.value(
                "SHOW INDEXES YIELD * WHERE name = 'v' AND type = 'VECTOR' RETURN options.indexConfig"));
        assertThat(options).contains("vector.dimensions=9", "vector.similarity_function=COSINE")
                .containsAnyOf("vector.quantization.enabled=false", "vector.quantization.type=NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "`", "'", "\"", "\\", "\\u0060", "\\u0060) ON (n.x)//", "ü\n😀" })
    void namesAreTakenAsTheyAre(String part) {
        VectorIndex hostile = new VectorIndex("my " + part, "Item" + part, "e" + part);
        indexes.ensureVector(hostile, 3);
        assertThat(NEO4J.db().<Object>executeTransactionally("SHOW INDEXES YIELD * WHERE type = 'VECTOR' "
                + "RETURN [name, labelsOrTypes[0], properties[0]] AS names", Map.of(),
                result -> result.next().get("names")))
                .isEqualTo(List.of(hostile.name(), hostile.label(), hostile.property()));
        indexes.dropVector(hostile);
        assertThat(count("type = 'VECTOR'")).isEqualTo(0L);
    }

    @Test
    void anIndexAsGnnrecMakesItWithOtherLinksIsOurs() {
        NEO4J.run("CREATE VECTOR INDEX v FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 9, "
                + "`vector.hnsw.m`: 16, `vector.quantization.enabled`: false}}");
        indexes.ensureVector(new VectorIndex("v", "Item", "e"), 9);
        assertThat(count("options.indexConfig.`vector.hnsw.m` = 16")).isEqualTo(1L);
        indexes.dropVector(new VectorIndex("v", "Item", "e"));
        assertThat(count("name = 'v'")).isEqualTo(0L);
    }

    @Test
    void anotherDimensionReplacesOurIndex() {
        indexes.ensureVector(new VectorIndex("v", "Item", "e"), 9);
        indexes.ensureVector(new VectorIndex("v", "Item", "e"), 5);
        assertThat(count("options.indexConfig.`vector.dimensions` = 5")).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE INDEX v FOR (i:Item) ON (i.e)",
            "CREATE VECTOR INDEX v FOR (i:Item) ON (i.other) OPTIONS {indexConfig: {`vector.dimensions`: 3}}",
            "CREATE VECTOR INDEX v FOR (i:Other) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 3}}",
            "CREATE VECTOR INDEX v FOR ()-[i:Item]-() ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 3}}",
            "CREATE VECTOR INDEX v FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 3}}",
            "CREATE VECTOR INDEX v FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 3, "
                    + "`vector.similarity_function`: 'euclidean', `vector.quantization.enabled`: false}}",
            "CREATE VECTOR INDEX v FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.quantization.enabled`: false}}",
            "CREATE VECTOR INDEX v FOR (i:Item) ON (i.e) OPTIONS {indexConfig: {`vector.dimensions`: 9}}",
            "CYPHER 25 CREATE VECTOR INDEX v FOR (i:Item|Other) ON i.e OPTIONS {indexConfig: {"
                    + "`vector.dimensions`: 3, `vector.quantization.enabled`: false}}",
            "CREATE FULLTEXT INDEX v FOR (i:Item) ON EACH [i.e]",
            "CREATE CONSTRAINT v FOR (i:Item) REQUIRE i.e IS UNIQUE" })
    void aForeignIndexOfTheSameNameIsRefusedAndNeverDropped(String statement) {
        NEO4J.run(statement);
        assertThatThrownBy(() -> indexes.ensureVector(new VectorIndex("v", "Item", "e"), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is an index 'v' that gnnrec did not make");
        indexes.dropVector(new VectorIndex("v", "Item", "e"));
        assertThat(count("name = 'v'")).isEqualTo(1L);
    }

    @Test
    void droppingWhatIsNotThereIsNoError() {
        indexes.dropVector(new VectorIndex("v", "Item", "e"));
        assertThat(count("name = 'v'")).isEqualTo(0L);
    }

    private static Object count(String condition) {
        return NEO4J.value("SHOW INDEXES YIELD * WHERE " + condition + " RETURN count(*)");
    }
}
