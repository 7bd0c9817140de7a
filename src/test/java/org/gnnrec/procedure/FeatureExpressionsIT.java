package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Films whose genres are nodes. Each film also has the names of its genres as a property, for the twin by properties. */
class FeatureExpressionsIT {
    private static final String GENRES = "[(item)-[:IN_GENRE]->(g) | g.name]";
    private static final String FIXED = "userLabel: 'Person', itemLabel: 'Film', relationshipTypes: ['LIKES'], "
            + "layers: 1, temperature: 0.2, negativePopularity: 0.5, epochs: 3, validationFraction: 0, useIds: false, ";
    private static final String BY_EXPRESSION = "featureProperties: {items: ['year', {genres: '" + GENRES + "'}]}";
    private static final String BY_PROPERTY = "featureProperties: {items: ['year', 'genres']}";

    @BeforeAll
    static void load() {
        SharedServer.clear();
        rows("UNWIND range(0, 5) AS g CREATE (:Genre {g: g, name: 'genre ' + g})");
        rows("UNWIND range(0, 59) AS f CREATE (film:Film {id: f, year: 1980 + f % 40}) WITH film, f "
                + "UNWIND range(0, f % 3) AS n MATCH (g:Genre {g: (f + 2 * n) % 6}) CREATE (film)-[:IN_GENRE]->(g)");
        rows("MATCH (item:Film) SET item.genres = " + GENRES);
        rows("UNWIND range(0, 79) AS p CREATE (u:Person {id: p, age: 20 + p % 50}) WITH u, p MATCH (f:Film) "
                + "WHERE (f.id * 7 + p * 3) % 5 = 0 AND f.id % 2 = p % 2 CREATE (u)-[:LIKES]->(f)");
    }

    @AfterAll
    static void clear() {
        SharedServer.clear();
    }

    private static Record train(String name, String type, String keys) {
        return rows("CALL gnnrec.train({modelName: $name, modelType: $type, " + keys + "})", "name", name, "type", type)
                .getFirst();
    }

    private static List<Object> embeddings(String model, String label) {
        return rows("MATCH (n:" + label + ") RETURN n.id AS id, gnnrec.embedding(n, $model) AS e ORDER BY id", "model",
                model).stream().map(row -> row.get("e").asObject()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "pinsage", "graphsage" })
    void aModelByExpressionIsTheModelByProperties(String type) {
        Record trained = train("expression", type, FIXED + BY_EXPRESSION);
        Record twin = train("property", type, FIXED + BY_PROPERTY);
        assertThat(trained.get("epochLosses")).isEqualTo(twin.get("epochLosses"));
        assertThat(trained.get("metrics").get("missingFeatures")).isEqualTo(twin.get("metrics").get("missingFeatures"));
        for (String label : List.of("Film", "Person")) {
            assertThat(embeddings("expression", label)).isEqualTo(embeddings("property", label));
        }
        assertThat(trained.get("configuration").get("featureProperties").get("items").asList())
                .isEqualTo(List.of("year", Map.of("genres", GENRES)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "pinsage", "graphsage" })
    void aNewFilmIsEmbeddedByItsGenres(String type) {
        train("expression", type, FIXED + BY_EXPRESSION);
        train("property", type, FIXED + BY_PROPERTY);
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (f:Film {id: 'new', year: 2001, genres: ['genre 1', 'genre 4']}) WITH f "
                    + "MATCH (g:Genre) WHERE g.g IN [1, 4] CREATE (f)-[:IN_GENRE]->(g)").consume();
            List<Object> byExpression = embedding(tx, "expression");
            assertThat(byExpression).isEqualTo(embedding(tx, "property"));
            assertThat(byExpression).hasSize(64).anyMatch(value -> (double) value != 0);
            tx.run("MATCH (:Film {id: 'new'})-[r:IN_GENRE]->(:Genre {g: 4}) DELETE r").consume();
            assertThat(embedding(tx, "expression")).isNotEqualTo(byExpression);
            assertThat(embedding(tx, "property")).isEqualTo(byExpression);
        }
    }

    private static List<Object> embedding(Transaction tx, String model) {
        return tx.run("MATCH (f:Film {id: 'new'}) RETURN gnnrec.embedding(f, $model) AS e", Map.of("model", model))
                .single().get("e").asList();
    }

    @Test
    void aNewPersonIsServedByAnExpressionOverUsers() {
        train("people", "graphsage", FIXED
                + "featureProperties: {age: 'user.age', fans: '[(user)-[:LIKES]->(f) | f.year][0]', genres: '" + GENRES
                + "'}");
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (u:Person {id: 'new', age: 33}) WITH u MATCH (f:Film) WHERE f.id < 6 CREATE (u)-[:LIKES]->(f)")
                    .consume();
            List<Record> list = tx
                    .run("MATCH (u:Person {id: 'new'}) CALL gnnrec.recommend(u, 3, {modelName: 'people'}) "
                            + "YIELD item, basis CALL gnnrec.explain(u, item, {modelName: 'people'}) YIELD because "
                            + "RETURN item, basis, count(*) AS reasons")
                    .list();
            assertThat(list).hasSize(3).allSatisfy(row -> {
                assertThat(row.get("basis").asString()).isEqualTo("foldIn");
                assertThat(row.get("reasons").asInt()).isGreaterThanOrEqualTo(6);
            });
        }
    }

    @Test
    void aWarmStartGoesOnWithTheExpressions() {
        train("warm", "graphsage", FIXED + BY_EXPRESSION);
        Record warm = rows("CALL gnnrec.train({modelName: 'warm', warmStart: true})").getFirst();
        assertThat(warm.get("configuration").get("featureProperties").get("items").asList())
                .isEqualTo(List.of("year", Map.of("genres", GENRES)));
        Map<String, Object> shown = warm.get("configuration").get("featureProperties").asMap();
        rows("CALL gnnrec.train({modelName: 'warm', warmStart: true, featureProperties: $shown}) YIELD modelVersion "
                + "RETURN modelVersion", "shown", shown);
        assertThat(rows("MATCH (u:Person {id: 1}) CALL gnnrec.recommend(u, 3, {modelName: 'warm'}) "
                + "YIELD item RETURN item")).hasSize(3);
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelName: 'warm', warmStart: true, "
                + "featureProperties: {items: ['year', {genres: 'item.genres'}]}})"))
                .hasMessageContaining("whose featureProperties is");
    }

    @Test
    void aStoredTextThatIsNoExpressionAnyMoreIsRefused() {
        train("forged", "pinsage", FIXED + BY_EXPRESSION);
        rows("MATCH (m:_GnnRecModel {modelName: 'forged'}) "
                + "SET m.featureSchemas = replace(m.featureSchemas, 'g.name]', 'g.name]) MATCH (n) DELETE (n')");
        assertThatThrownBy(() -> embeddings("forged", "Film")).hasMessageContaining("model 'forged'")
                .hasMessageContaining("closes with ')' what it did not open")
                .hasMessageContaining("Train the model again");
    }

    @Test
    void anEstimateReadsThem() {
        assertThat(rows("CALL gnnrec.train.estimate({modelType: 'graphsage', " + FIXED + BY_EXPRESSION + "})"))
                .isEqualTo(rows("CALL gnnrec.train.estimate({modelType: 'graphsage', " + FIXED + BY_PROPERTY + "})"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            {genres: 'genres'}                          ~ featureProperties.genres must be a Cypher expression over user
            {genres: '[(user)-->(item) | item.year]'}   ~ uses both
            {items: {age: 'user.age'}}                  ~ featureProperties.items.age must be an expression over item
            {item: ['year']}                            ~ unknown side 'item' (did you mean 'items'?)
            {x: 'item.year) SET item.year = (1'}        ~ closes with ')' what it did not open
            {x: 'item.year; MATCH (n) DELETE n'}        ~ has a ';'
            {x: 'item.year // '}                        ~ has a comment
            {x: 'item.year = $year'}                    ~ has a parameter
            {x: 'item.year +'}                          ~ featureProperties.x: Invalid input
            {x: 'COLLECT { CREATE (n) RETURN item.id }'} ~ featureProperties.x:
            {x: '[(item)-[:NOPE]->(g) | g.name]'}       ~ featureProperties.x gives no item a value: the missing relationship type
            {x: '[(item)-[:IN_GENRE]->(g) | g]'}        ~ cannot be a feature
            {x: '[(item)-[:IN_GENRE]->(g) | g]'}        ~ Return a property of it, as in g.name and not g
            {x: 'item.gnnrec_refused[0]'}               ~ 'gnnrec_refused' is what this training writes
            {x: 'item.gnnrec_other[0]'}                 ~ holds the embeddings of model 'other'
            ['year', {year: 'item.year'}]               ~ names two values 'year'
            """)
    void whatIsNoFeatureIsRefusedBeforeAnyWork(String features, String message) {
        train("other", "pinsage", FIXED + "featureProperties: 'year'");
        assertThatThrownBy(() -> train("refused", "graphsage", FIXED + "featureProperties: " + features))
                .hasMessageContaining(message);
        assertThat(rows("CALL gnnrec.model.list('refused')")).isEmpty();
        assertThat(rows("MATCH (f:Film) WHERE f.gnnrec_refused IS NOT NULL OR f.year IS NULL RETURN f")).isEmpty();
    }
}
