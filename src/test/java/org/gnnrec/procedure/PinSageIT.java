package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

class PinSageIT extends LayeredModelContract {
    @Override
    String modelType() {
        return "pinsage";
    }

    @Override
    Map<String, Object> shape() {
        return Map.of("importanceNeighbors", 50L);
    }

    @Override
    Map<String, Object> otherShape() {
        return Map.of("importanceNeighbors", 7L);
    }

    @Test
    void aNewUserWithTheItemsOfAnotherHasTheirEmbedding() {
        train();
        rows("MATCH (:User {id: 5})-[:LIKES]->(i) WITH collect(i) AS items CREATE (n:User {id: 1000}) "
                + "FOREACH (i IN items | CREATE (n)-[:LIKES]->(i))");
        assertThat(embedding(1000)).isEqualTo(embedding(5));
    }

    private static List<Object> embedding(int user) {
        return rows("MATCH (u:User {id: $user}) RETURN gnnrec.embedding(u) AS e", "user", user).getFirst().get("e")
                .asList();
    }

    @Test
    void trainsOnMarginsWithHardNegatives() {
        Record row = train("loss: 'margin', importanceNeighbors: 3, epochs: 4, refit: false");
        assertThat(row.get("configuration").get("loss").asString()).isEqualTo("margin");
        assertThat(row.get("configuration").get("margin").asDouble()).isEqualTo(0.1);
        assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
    }
}
