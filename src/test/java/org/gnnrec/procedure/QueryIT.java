package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.gnnrec.lab.data.ShopLoader;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;

/** A Cypher query as the source: the same model as from the store, and nothing that it may not do. */
class QueryIT {
    private static final String NODES = "userLabel: 'Customer', userIdProperty: 'email', itemLabel: 'Product', "
            + "itemIdProperty: 'sku', layers: 1, temperature: 0.2, negativePopularity: 0.5, epochs: 2, ";
    private static final String WEIGHTS = "relationshipWeights: {VIEWED: 1, ADDED: 3, BOUGHT: 5}, "
            + "relationshipWeightProperty: 'quantity', timestampProperty: 'at', halfLife: 90, ";

    @BeforeAll
    static void load() {
        SharedServer.clear();
        ShopLoader.load(false, 2, SharedServer.driver());
    }

    @AfterAll
    static void clear() {
        SharedServer.clear();
    }

    @Test
    void theSameRowsGiveTheSameBitsAsTheStore() {
        train("store", WEIGHTS + "testRelationshipTypes: ['BOUGHT_LATER'],", "");
        train("query", WEIGHTS + "testRelationshipTypes: ['BOUGHT_LATER'], params: {least: 1},", """
                MATCH (user:Customer)-[r]->(item:Product) WHERE r.quantity >= $least
                RETURN item.sku AS item, user, type(r) AS type, r.quantity AS weight, r.at AS timestamp
                ORDER BY rand()""");
        assertThat(rows("MATCH (n) WHERE n.gnnrec_store IS NULL <> n.gnnrec_query IS NULL "
                + "OR n.gnnrec_store <> n.gnnrec_query RETURN n")).isEmpty();
        String lists = "CALL gnnrec.recommend('c5', 20, {modelName: $name}) YIELD itemId, score, basis "
                + "RETURN itemId, score, basis";
        assertThat(rows(lists, "name", "query")).isEqualTo(rows(lists, "name", "store"));
        String scores = "CALL gnnrec.evaluate({modelName: $name}) YIELD metric, value, users RETURN *";
        assertThat(rows(scores, "name", "query")).isEqualTo(rows(scores, "name", "store"));
    }

    @Test
    void withoutTypesUsersHaveWhatTheyHadAtTraining() {
        train("rows", "", """
                MATCH (user:Customer)-[r:BOUGHT]->(item:Product)
                RETURN user, item, sum(r.quantity) - CASE item.sku WHEN 'p1' THEN 100 ELSE 0 END AS weight""");
        rows("MATCH (c:Customer {email: 'c5'}), (p:Product {sku: 'p2'}) CREATE (c)-[:BOUGHT]->(p)");
        List<Record> list = rows("CALL gnnrec.recommend('c5', 1000, {modelName: 'rows'})");
        assertThat(list).extracting(row -> row.get("basis").asString()).containsOnly("trained");
        long bought = rows("MATCH (:Customer {email: 'c5'})-[r:BOUGHT]->(p) WHERE r.quantity IS NOT NULL "
                + "RETURN DISTINCT p").size();
        assertThat(list).hasSize((int) (300 - bought));
        String buyer = rows("MATCH (c:Customer)-[:BOUGHT]->(:Product {sku: 'p1'}) RETURN c.email AS email LIMIT 1")
                .get(0).get("email").asString();
        assertThat(rows("CALL gnnrec.recommend($buyer, 1000, {modelName: 'rows'})", "buyer", buyer))
                .extracting(row -> row.get("itemId").asString()).doesNotContain("p1");
        rows("MATCH (:Customer {email: 'c5'})-[r:BOUGHT]->(:Product {sku: 'p2'}) WHERE r.quantity IS NULL DELETE r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MATCH (user:Customer) SET user.x = 1 RETURN user, user AS item          | must only read, but Neo4j plans it as READ_WRITE
            CREATE (n:Product) RETURN n AS user, n AS item                          | must only read
            CREATE INDEX evil FOR (n:Product) ON (n.x)                              | must only read, but Neo4j plans it as SCHEMA_WRITE
            CALL gnnrec.model.drop('store') YIELD modelName RETURN 1 AS user, 2 AS item | must only read
            MATCH (user:Customer) RETURN user                                       | query returns no column 'item'
            MATCH (user:Customer) RETURN user, user AS itm                          | returns a column 'itm' (did you mean 'item'?)
            MATCH (user:Customer), (item:Product) RETURN user, item, 1 AS timestamp | not used without halfLife
            MATCH (user:Customer), (p) RETURN user, p.group AS item LIMIT 3         | query: 3 rows name no user or no item
            MATCH (user:Customer), (item:Product) RETURN user, item, 'x' AS weight  | 'weight' must be a number but was 'x'
            MATCH (user:Customer), (item:Product) RETURN user, item, 5 AS type      | 'type' must be a text
            MATCH (user:Customer RETURN                                             | query: Invalid input
            MATCH (user:Customer), (item:Product) RETURN user, item, 1/0 AS weight  | query: / by zero
            MATCH (user:Nobody), (item:Product) RETURN user, item                   | there are no relationships between Customer and Product nodes in the rows of query
            RETURN 1 AS user, 2 AS item; CREATE (:Evil)                             | query:
            RETURN $missing AS user, 2 AS item                                      | query: Expected parameter(s): missing
            TERMINATE TRANSACTIONS 'x' YIELD transactionId AS user, username AS item RETURN user, item | it ends transactions
            EXPLAIN MATCH (user:Customer), (item:Product) RETURN user, item         | in the rows of query
            PROFILE MATCH (user:Customer) SET user.x = 1 RETURN user, user AS item  | query
            """)
    void refuses(String query, String message) {
        long nodes = count();
        assertThatThrownBy(() -> train("bad", "", query)).hasMessageContaining(message);
        assertThat(count()).isEqualTo(nodes);
        assertThat(rows("CALL gnnrec.model.exists('bad') YIELD exists RETURN exists").get(0).get(0).asBoolean())
                .isFalse();
    }

    @Test
    void aQueryThatRunsForEverEndsWithItsTransaction() {
        CompletableFuture<Void> training = CompletableFuture.runAsync(() -> train("endless", "", """
                UNWIND range(1, 2000000000) AS x WITH count(x % 7) AS n
                MATCH (user:Customer), (item:Product) RETURN user, item, n AS weight"""));
        String id = await().until(() -> rows("SHOW TRANSACTIONS YIELD transactionId, "
                + "statusDetails WHERE statusDetails CONTAINS 'reading the graph' RETURN transactionId"),
                found -> !found.isEmpty()).get(0).get(0).asString();
        rows("TERMINATE TRANSACTIONS $id", "id", id);
        assertThat(training).failsWithin(Duration.ofSeconds(20));
        await().until(() -> rows("SHOW TRANSACTIONS YIELD currentQuery "
                + "WHERE currentQuery CONTAINS 'UNWIND range' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1")
                .isEmpty());
    }

    private static long count() {
        return rows("MATCH (n) RETURN count(n) + count(n.x) AS n").get(0).get("n").asLong();
    }

    private static void train(String modelName, String keys, String query) {
        rows("CALL gnnrec.train({" + NODES + keys + "modelName: $name, query: $query})", "name", modelName, "query",
                query.isEmpty() ? null : query);
    }
}
