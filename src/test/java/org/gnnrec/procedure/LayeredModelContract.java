package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Shown;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** What every model with layers must do on the real server, from training to the list. */
abstract class LayeredModelContract {
    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    abstract String modelType();

    /** The keys that the stored weights depend on, with their defaults. */
    abstract Map<String, Object> shape();

    /** The same keys with other values. */
    abstract Map<String, Object> otherShape();

    /** The row of a training of this model. */
    final Record train() {
        return train("epochs: 40");
    }

    /** The same with these keys. */
    final Record train(String keys) {
        return rows("CALL gnnrec.train({modelType: '" + modelType() + "', learningRate: 0.01, " + keys + "})")
                .getFirst();
    }

    @Test
    void trainsStoresAndRecommends() {
        Record row = train();
        assertThat(row.get("modelType").asString()).isEqualTo(modelType());
        assertThat(row.get("configuration").asMap()).containsAllEntriesOf(shape()).containsEntry("layers", 1L);
        List<Record> list = rows("CALL gnnrec.recommend(5, 3)");
        assertThat(list).hasSize(3);
        assertThat(list.getFirst().get("basis").asString()).isEqualTo("trained");
    }

    @Test
    void theUserOfTheMomentIsServed() {
        train();
        List<Record> before = rows("CALL gnnrec.recommend(5, 5) YIELD itemId RETURN itemId");
        rows("MATCH (u:User {id: 5}), (i:Item {id: $id}) CREATE (u)-[:LIKES]->(i)", "id",
                before.getFirst().get("itemId").asObject());
        List<Record> after = rows("CALL gnnrec.recommend(5, 5) YIELD itemId, basis RETURN itemId, basis");
        assertThat(after.getFirst().get("basis").asString()).isEqualTo("foldIn");
        assertThat(after).extracting(row -> row.get("itemId")).doesNotContain(before.getFirst().get("itemId"));
    }

    @Test
    void goesOnFromTheStoredModelAndKeepsItsShape() {
        train();
        Record row = rows("CALL gnnrec.train({warmStart: true})").getFirst();
        assertThat(row.get("configuration").asMap()).containsEntry("modelType", modelType())
                .containsAllEntriesOf(shape());
        otherShape().forEach((key, other) -> assertThatThrownBy(
                () -> rows("CALL gnnrec.train({warmStart: true, " + key + ": $other})", "other", other))
                .hasMessageContaining("whose " + key + " is " + Shown.of(shape().get(key)) + ", but " + Shown.of(other)
                        + " was given"));
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, modelType: 'lightgcn'})"))
                .hasMessageContaining("modelType");
    }

    @Test
    void aNewItemIsEmbeddedByItsFeatures() {
        rows("MATCH (i:Item) SET i.side = CASE i.id % 2 WHEN 0 THEN 'even' ELSE 'odd' END");
        train("featureProperties: ['side'], useIds: false, sampleSizes: [5, 3], epochs: 60");
        rows("CREATE (:Item {id: 1000, side: 'even'}), (:Item {id: 1001, side: 'odd'})");
        assertThat(score(4, 1000)).isGreaterThan(score(4, 1001));
        assertThat(score(5, 1000)).isLessThan(score(5, 1001));
    }

    @Test
    void aNewItemWithoutFeaturesIsWhatItsUsersMakeOfIt() {
        train();
        rows("CREATE (i:Item {id: 1000}) WITH i MATCH (u:User)-[:LIKES]->(:Item {id: 4}) CREATE (u)-[:LIKES]->(i)");
        assertThat(meanScore("")).isGreaterThan(meanScore("NOT") + 1);
    }

    /** Of the new item, over the users who have item 4, or those who do NOT. */
    private static double meanScore(String not) {
        return rows("MATCH (i:Item {id: 1000}), (u:User) WHERE " + not + " (u)-[:LIKES]->(:Item {id: 4}) "
                + "WITH gnnrec.embedding(u) AS a, gnnrec.embedding(i) AS b "
                + "RETURN avg(reduce(s = 0.0, n IN range(0, size(a) - 1) | s + a[n] * b[n])) AS mean").getFirst()
                .get("mean").asDouble();
    }

    private static double score(int user, int item) {
        return rows("MATCH (u:User {id: $user}), (i:Item {id: $item}) WITH gnnrec.embedding(u) AS a, "
                + "gnnrec.embedding(i) AS b RETURN reduce(s = 0.0, n IN range(0, size(a) - 1) | s + a[n] * b[n]) AS s",
                "user", user, "item", item).getFirst().get("s").asDouble();
    }
}
