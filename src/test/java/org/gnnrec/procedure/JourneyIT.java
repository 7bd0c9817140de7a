package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.server.Neo4jServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** A stranger's way through: install, load, train, recommend, restart, recommend again. */
class JourneyIT {
    private static final String TRAIN = """
            CALL gnnrec.train({relationshipTypes: ['TRAIN'], validationRelationshipTypes: ['VALID'],
                testRelationshipTypes: ['TEST']})""";

    @TempDir
    Path home;

    @Test
    void recommendsTheSameAfterARestartAndBeatsPopularity() {
        List<Record> before;
        try (Neo4jServer server = Neo4jServer.at(home).start()) {
            DatasetLoader.load(SampleGenerator.generate(7), server.driver());
            Record trained = rows(server.driver(), TRAIN).get(0);
            assertThat(trained.get("nodePropertiesWritten").asLong())
                    .isEqualTo(trained.get("userCount").asLong() + 2 * trained.get("itemCount").asLong());
            before = recommend(server.driver());
            assertBeatsPopularity(server.driver());
        }
        try (Neo4jServer server = Neo4jServer.at(home).start()) {
            assertThat(recommend(server.driver())).isEqualTo(before).hasSize(10);
            assertThat(server.debugLog()).doesNotContain("Failed to load");
        }
    }

    private static List<Record> recommend(Driver driver) {
        return rows(driver, """
                MATCH (u:User)-[:TRAIN]->() WITH u.id AS id ORDER BY id LIMIT 1
                CALL gnnrec.recommend(id, 10) YIELD itemId, score, rank, basis, engine, modelVersion
                RETURN itemId, score, rank, basis, engine, modelVersion""");
    }

    /** Item-kNN stands beside it but is no bar here: the generated tastes, a genre and a half each, suit it well. */
    private static void assertBeatsPopularity(Driver driver) {
        Map<String, Double> ndcg = rows(driver,
                "CALL gnnrec.evaluate() YIELD model, metric, value WHERE metric = 'ndcg' RETURN model, value").stream()
                .collect(Collectors.toMap(row -> row.get("model").asString(), row -> row.get("value").asDouble()));
        assertThat(ndcg).containsOnlyKeys("default", "popularity", "itemKnn", "rp3beta");
        assertThat(ndcg.get("default")).isGreaterThan(2 * ndcg.get("popularity"));
    }
}
