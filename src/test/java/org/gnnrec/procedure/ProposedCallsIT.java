package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gnnrec.testing.GraphShape;
import org.gnnrec.testing.Queries;
import org.gnnrec.testing.RealGraph;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** The calls that {@code gnnrec.schema} proposes run as they are, and serve what they trained. */
class ProposedCallsIT {
    private static final List<String> KEYS = List.of("Movie(movieId)", "User(userId)", "Person(tmdbId)", "User(uuid)",
            "Question(uuid)", "Order(orderID)");

    @BeforeAll
    static void index() {
        KEYS.forEach(
                key -> rows("CREATE INDEX " + name(key) + " IF NOT EXISTS FOR (n:" + key.replace("(", ") ON (n.")));
    }

    private static String name(String key) {
        return "test_" + key.replaceAll("\\W", "_");
    }

    @BeforeEach
    void clear() {
        SharedServer.clear();
    }

    @AfterAll
    static void leaveNothing() {
        SharedServer.clear();
        KEYS.forEach(key -> rows("DROP INDEX " + name(key)));
    }

    @ParameterizedTest
    @CsvSource({ "SHOP, 3", "RATINGS, 15", "MOVIES, 10", "QUESTIONS, 25" })
    void theCallsOnAMadeGraphServeWhatTheyTrain(GraphShape shape, int times) {
        shape.create(times, ProposedCallsIT::run);
        theBestCallServesWhatItTrained();
        everyCallTrains();
    }

    @ParameterizedTest
    @EnumSource
    void theBestCallOnARealGraphServesWhatItTrains(RealGraph graph) throws IOException {
        assumeThat(graph.exists()).isTrue();
        graph.create(ProposedCallsIT::run);
        theBestCallServesWhatItTrained();
    }

    private static void run(String statement, Map<String, Object> parameters) {
        try (Session session = SharedServer.driver().session()) {
            session.run(statement, parameters).consume();
        }
    }

    private static void theBestCallServesWhatItTrained() {
        Record best = rows("CALL gnnrec.schema()").getFirst();
        assertThat(trained(best.get("call").asString())).isEqualTo(1.0);
        String pattern = pattern(best);
        String liked = "MATCH " + pattern + " WITH user, item WHERE " + weight(best) + " > 0 WITH DISTINCT user ";
        assertThat(
                rows(liked.replace("WITH user, item", "WITH *") + "CALL gnnrec.recommend(user, 1000) YIELD item, basis "
                        + "RETURN DISTINCT basis, EXISTS { " + pattern + " } AS isSeen"))
                .singleElement()
                .satisfies(row -> assertThat(row.asMap()).isEqualTo(Map.of("basis", "trained", "isSeen", false)));
        whatIsNewInATransactionCounts(pattern);
    }

    /** What the row takes for an interaction, as Cypher matches and creates it. */
    private static String pattern(Record row) {
        return row.get("interactions").isNull()
                ? "(user:" + row.get("userLabel").asString() + ")-[:"
                        + String.join("|", row.get("relationshipTypes").asList(Value::asString)) + "]->(item:"
                        + row.get("itemLabel").asString() + ")"
                : row.get("interactions").get("pattern").asString();
    }

    private static String weight(Record row) {
        return row.get("interactions").isNull() ? "1" : row.get("interactions").get("weight").asString("1");
    }

    private static void whatIsNewInATransactionCounts(String pattern) {
        String user = "MATCH " + pattern + " WITH user ORDER BY elementId(user) LIMIT 1 ";
        String list = user + "CALL gnnrec.recommend(user, 1) YIELD item, basis RETURN elementId(item) AS item, basis";
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            String first = tx.run(list).single().get("item").asString();
            tx.run(user + "MATCH (item) WHERE elementId(item) = $first CREATE "
                    + created(pattern), Map.of("first", first)).consume();
            Record now = tx.run(list).single();
            assertThat(now.get("item").asString()).isNotEqualTo(first);
            assertThat(now.get("basis").asString()).isEqualTo("foldIn");
        }
    }

    /** Of several types the first. */
    private static String created(String pattern) {
        return pattern.replaceAll("\\((user|item):\\w+\\)", "($1)").replaceAll("\\|\\w+", "");
    }

    private static void everyCallTrains() {
        for (Record row : rows("CALL gnnrec.schema()")) {
            for (String column : List.of("call", "featureCall")) {
                if (!row.get(column).isNull()) {
                    String call = row.get(column).asString();
                    assertThat(trained(call.replaceFirst("\\}\\)$", ", modelName: 'other', epochs: 1})"))).as(call)
                            .isEqualTo(1.0);
                    rows("CALL gnnrec.model.drop('other')");
                }
            }
        }
    }

    private static double trained(String call) {
        return Queries.rows(SharedServer.driver(), call).getFirst().get("servedAsTrained").asDouble();
    }
}
