package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.testing.Queries;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** What goes wrong says so, names the way out, and changes nothing. */
class BadInputIT {
    private static final String NODES = """
            MATCH (n) RETURN labels(n) AS labels, keys(n) AS keys, count(*) AS nodes ORDER BY labels, keys""";

    private List<Record> before;

    @BeforeAll
    static void train() {
        SharedServer.loadCheckerboard();
        rows("CALL gnnrec.train({epochs: 2})");
    }

    @BeforeEach
    void count() {
        before = census();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(census()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CALL gnnrec.train({userLabel: 'Custmer'})          | no node labeled 'Custmer'. Labels in this database: [Item, User]
            CALL gnnrec.train({userLabel: 'Item'})             | userLabel and itemLabel must differ
            CALL gnnrec.train({epoch: 3})                      | unknown configuration key 'epoch' (did you mean 'epochs'?)
            CALL gnnrec.train({epochs: 0})                     | epochs must be a whole number in [1, 10000] but was 0
            CALL gnnrec.train({learningRate: -1})              | learningRate must be a number in
            CALL gnnrec.train({learningRate: 'fast'})          | learningRate must be a number in [0.000001, 1] but was 'fast'
            CALL gnnrec.train({temperature: 0.0})              | temperature must be a number in
            CALL gnnrec.train({modelType: 'svd'})              | modelType must be 'lightgcn'
            CALL gnnrec.train({modelType: 'pinsage', featureProperties: {users: ['id2']}}) | featureProperties.users must be empty with modelType 'pinsage' but was ['id2']
            CALL gnnrec.train({relationshipTypes: ['NOPE']})   | no relationship of type 'NOPE'
            CALL gnnrec.train({relationshipTypes: [1]})        | relationshipTypes must be a text or a list of texts
            CALL gnnrec.train({graphName: 'g'})                | needs the Graph Data Science plugin
            CALL gnnrec.embeddings.mutate('g')                 | gnnrec.embeddings.mutate needs the Graph Data Science plugin, which is not installed here. Put its jar into plugins
            CALL gnnrec.train({writeProperty: 'id'})           | would overwrite the id property 'id'
            CALL gnnrec.train({modelName: 'other', writeProperty: 'gnnrec_default'}) | belongs to model 'default'
            CALL gnnrec.recommend(1, 0)                        | k must be a whole number in [1, 1000000] but was 0
            CALL gnnrec.recommend(1, -1)                       | k must be a whole number in [1, 1000000] but was -1
            CALL gnnrec.recommend(-5, 3)                       | there is no User node whose id is -5
            CALL gnnrec.recommend('1', 3)                      | but there is one whose id is 1
            CALL gnnrec.recommend(null, 3)                     | user must be a node or an id but was null
            CALL gnnrec.recommend(1, 3, {modelName: 'defualt'}) | there is no model 'defualt' (did you mean 'default'?)
            CALL gnnrec.recommend(1, 3, {model: 'default'})    | unknown configuration key 'model' (did you mean 'modelName'?)
            CALL gnnrec.recommend(1, 3, {modelVersion: 99})    | has no version 99
            MATCH (i:Item {id: 1}) CALL gnnrec.recommend(i, 3) YIELD itemId RETURN itemId | must be a node labeled 'User'
            CALL gnnrec.recommend({id: 1}, 3)                  | user must be a node or an id but was the map {id=1}
            CALL gnnrec.explain(1, {id: 1})                    | item must be a node or an id but was the map {id=1}
            MATCH (:User {id: 1})-[r]->() WITH r LIMIT 1 CALL gnnrec.recommend(r, 3) YIELD itemId RETURN itemId | user must be a node or an id but was a relationship. Give one
            MATCH (:User {id: 1})-[r]->() WITH r LIMIT 1 CALL gnnrec.explain(1, r) YIELD share RETURN share | item must be a node or an id but was a relationship. Give one
            MATCH p = (:User {id: 1})-->() WITH p LIMIT 1 CALL gnnrec.recommend(p, 3) YIELD itemId RETURN itemId | user must be a node or an id but was a path. Give one
            RETURN gnnrec.embedding({id: 1})                   | node must be a node, as MATCH finds it, but was the map {id=1}
            MATCH (u:User {id: 1}) RETURN gnnrec.embedding(u, 'default', 'item') | node must be an item, labeled 'Item', but has
            MATCH (u:User {id: 1}) RETURN gnnrec.embedding(u, 'default', 'x') | of must be 'user' or 'item' but was 'x'
            RETURN gnnrec.embedding('1')                       | node must be a node, as MATCH finds it, but was '1'
            MATCH (:User {id: 1})-[r]->() RETURN gnnrec.embedding(r) | but was a relationship. Give one of its two nodes
            MATCH p = (:User {id: 1})-->() RETURN gnnrec.embedding(p) | but was a path. Give one of its nodes
            MATCH (u:User {id: 1}) DETACH DELETE u WITH u CALL gnnrec.recommend(u, 3) YIELD itemId RETURN itemId | user is a node that has been deleted. Give one that is still there
            MATCH (i:Item {id: 1}) DETACH DELETE i WITH i CALL gnnrec.explain(1, i) YIELD share RETURN share | item is a node that has been deleted
            MATCH (u:User {id: 1}) DETACH DELETE u WITH u CALL gnnrec.explain(u, 1) YIELD share RETURN share | user is a node that has been deleted
            MATCH (u:User {id: 1}) DETACH DELETE u WITH u RETURN gnnrec.embedding(u) | node is a node that has been deleted
            CALL gnnrec.evaluate()                             | was trained on all interactions
            CALL gnnrec.evaluate({testRelationshipTypes: ['LIKES']}) | was trained on 'LIKES'
            CALL gnnrec.embeddings.write({modelName: 'nope'})  | there is no model 'nope'
            CALL gnnrec.embeddings.write({modelVersion: 7})    | model 'default' has no version 7
            CALL gnnrec.embeddings.write({property: 'e'})      | unknown configuration key 'property'
            CALL gnnrec.model.drop('nope')                     | there is no model 'nope'
            """)
    void refuses(String call, String message) {
        assertThatThrownBy(() -> rows(call)).hasMessageContaining(message);
    }

    @Test
    void refusesATransactionWithUncommittedChanges() {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (:User {id: 'uncommitted'})").consume();
            assertThatThrownBy(() -> tx.run("CALL gnnrec.train()").consume())
                    .hasMessageContaining("uncommitted changes");
        }
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (:User {id: 'uncommitted'})").consume();
            assertThatThrownBy(() -> tx.run("CALL gnnrec.embeddings.write()").consume())
                    .hasMessageContaining("uncommitted changes");
        }
    }

    @Test
    void refusesAPropertyOfAnotherOrigin() {
        rows("MATCH (u:User {id: 1}) SET u.embedding = [1.0, 2.0]");
        try {
            assertThatThrownBy(() -> rows("CALL gnnrec.train({modelName: 'mine', writeProperty: 'embedding'})"))
                    .hasMessageContaining("1 nodes labeled User already have a property 'embedding'")
                    .hasMessageContaining("writeProperty");
            assertThat(rows("MATCH (u:User {id: 1}) RETURN u.embedding AS e").get(0).get("e").asList())
                    .containsExactly(1.0, 2.0);
        } finally {
            rows("MATCH (u:User {id: 1}) REMOVE u.embedding");
        }
    }

    @Test
    void refusesIdsThatAreTooLongForAnIndexUnlessNoneIsMade() {
        rows("CREATE (u:Page {id: 'p' + $rest}) WITH u MATCH (i:Item) WHERE i.id < 9 CREATE (u)-[:SHOWS]->(i)", "rest",
                "x".repeat(9_000));
        try {
            String config = "userLabel: 'Page', modelName: 'pages', epochs: 1, layers: 1, temperature: 0.2, "
                    + "negativePopularity: 0";
            assertThatThrownBy(() -> rows("CALL gnnrec.train({" + config + "})"))
                    .hasMessageContaining("createIndexes: an id of the Page nodes has 9001 bytes, which is 'pxxx")
                    .hasMessageContaining("at most 8164. Set createIndexes: false");
            assertThat(rows("SHOW INDEXES YIELD labelsOrTypes AS labels WHERE 'Page' IN labels RETURN labels"))
                    .isEmpty();
            assertThat(rows("CALL gnnrec.model.exists('pages') YIELD exists WHERE exists RETURN exists")).isEmpty();
            rows("CALL gnnrec.train({createIndexes: false, " + config + "})");
            assertThat(rows("CALL gnnrec.recommend('p' + $rest, 3, {modelName: 'pages'})", "rest", "x".repeat(9_000)))
                    .hasSize(3);
            rows("CALL gnnrec.model.drop('pages')");
        } finally {
            rows("MATCH (u:Page) DETACH DELETE u");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            INDEX mine | VECTOR INDEX mine FOR (i:Item) ON (i.e_index) | train({modelName: 'other', writeProperty: 'e'}) | there is an index 'mine' that gnnrec did not make in the place of
            CONSTRAINT mine | CONSTRAINT mine FOR (i:Item) REQUIRE i.e IS UNIQUE | train({modelName: 'other', writeProperty: 'e'}) | there is a constraint 'mine' on 'e' of Item nodes
            CONSTRAINT mine | CONSTRAINT mine FOR (i:Item) REQUIRE i.e IS UNIQUE | communities({writeProperty: 'e'}) | there is a constraint 'mine' on 'e' of Item nodes
            """)
    void refusesWhatStandsWhereItWrites(String name, String definition, String call, String message) {
        rows("CREATE " + definition);
        try {
            List<Record> with = census();
            assertThatThrownBy(() -> rows("CALL gnnrec." + call)).hasMessageContaining(message);
            assertThat(census()).isEqualTo(with);
        } finally {
            rows("DROP " + name);
        }
    }

    @Test
    void aWrongNumberAfterTheTrainingIsAnErrorOfTheUserWhoHasIt() {
        rows("MATCH (:User)-[r:LIKES]->() SET r.stars = 1");
        rows("MATCH (u:User {id: 3}), (i:Item {id: 0}) CREATE (u)-[:TEST {stars: 1}]->(i)");
        try {
            rows("CALL gnnrec.train({modelName: 'stars', relationshipWeightProperty: 'stars', testRelationshipTypes: "
                    + "['TEST'], epochs: 1, layers: 1, temperature: 0.2, negativePopularity: 0})");
            String id = rows("MATCH (:User {id: 1})-[r:LIKES]->() WITH r LIMIT 1 SET r.stars = 'five' "
                    + "RETURN elementId(r) AS id").getFirst().get("id").asString();
            String message = "relationship " + id + " (LIKES) of user 1: 'stars' must be a number but was 'five'. "
                    + "Correct it, remove it, or train on a query that returns what is right";
            for (String call : List.of("CALL gnnrec.recommend(1, 3, {modelName: 'stars'})",
                    "CALL gnnrec.explain(1, 3, {modelName: 'stars'})",
                    "MATCH (u:User {id: 1}) RETURN gnnrec.embedding(u, 'stars')",
                    "CALL gnnrec.evaluate({modelName: 'stars'})",
                    "CALL gnnrec.train({modelName: 'stars', relationshipWeightProperty: 'stars'})")) {
                assertThatThrownBy(() -> rows(call)).as(call).hasMessageContaining(message);
            }
            assertThat(rows("CALL gnnrec.recommend(2, 3, {modelName: 'stars'})")).hasSize(3);
            assertThat(rows("CALL gnnrec.explain(2, 3, {modelName: 'stars'})")).isNotEmpty();
            rows("CALL gnnrec.model.drop('stars')");
        } finally {
            rows("MATCH ()-[r:LIKES]->() REMOVE r.stars");
            rows("MATCH ()-[r:TEST]->() DELETE r");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "graphsage", "gat", "pinsage" })
    void refusesToStoreAModelThatCanSayNothing(String type) {
        rows("MATCH (n:User|Item) SET n.same = 7");
        try {
            assertThatThrownBy(() -> rows("CALL gnnrec.train({modelName: 'mute', modelType: $type, featureProperties: "
                    + "{items: 'same'}, useIds: false, epochs: 1, validationFraction: 0})", "type", type))
                    .hasMessageContaining(
                            "the trained model can say nothing, and is not stored: all 80 items have the same "
                                    + "embedding")
                    .hasMessageContaining("featureProperties with values that differ");
            assertThat(rows("CALL gnnrec.model.exists('mute') YIELD exists WHERE exists RETURN exists")).isEmpty();
        } finally {
            rows("MATCH (n:User|Item) REMOVE n.same");
        }
    }

    @Test
    void refusesAGraphWithoutRelationships() {
        rows("CREATE (:Lonely {id: 1}), (:Thing {id: 1})");
        try {
            assertThatThrownBy(() -> rows("CALL gnnrec.train({userLabel: 'Lonely', itemLabel: 'Thing'})"))
                    .hasMessageContaining("no relationships between Lonely and Thing nodes");
        } finally {
            rows("MATCH (n) WHERE n:Lonely OR n:Thing DELETE n");
        }
    }

    @Test
    void refusesAHeapThatIsTooSmall(@TempDir Path home) {
        try (Neo4jServer server = Neo4jServer.at(home).withHeap("256m").start()) {
            Queries.rows(server.driver(),
                    "UNWIND range(1, 30000) AS i CREATE (:User {id: i})-[:LIKES]->(:Item {id: i})");
            assertThatThrownBy(() -> Queries.rows(server.driver(), "CALL gnnrec.train({embeddingDimension: 1024})"))
                    .hasMessageContaining("of heap but the server has 256 MiB")
                    .hasMessageContaining("server.memory.heap.max_size");
            assertThat(Queries.rows(server.driver(), "MATCH (m:_GnnRecModel) RETURN m")).isEmpty();
        }
    }

    private static List<Record> census() {
        List<Record> census = new ArrayList<>(rows(NODES));
        census.addAll(rows("SHOW INDEXES YIELD name RETURN name ORDER BY name"));
        return census;
    }
}
