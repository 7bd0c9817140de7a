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
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Graphs of other shapes than user, relationship, item: what training reads by a pattern, serving reads as well. */
class InteractionsIT {
    private static final String FIXED = "layers: 1, temperature: 0.2, negativePopularity: 0.5, epochs: 2";
    private static final String ORDERS = "(user:Customer)-[:PURCHASED]->(:Order)-[o:ORDERS]->(item:Product)";
    private static final String SHOP = "userIdProperty: 'customerID', itemIdProperty: 'productID', " + FIXED;

    @BeforeAll
    static void load() {
        SharedServer.clear();
        rows("UNWIND range(0, 59) AS n CREATE (:Product {productID: n}), (:Person {id: n})");
        rows("UNWIND range(0, 39) AS c CREATE (u:Customer {customerID: 'c' + c}) WITH u, c "
                + "UNWIND range(0, 2) AS o CREATE (u)-[:PURCHASED]->(order:Order {orderID: 3 * c + o}) WITH order, c, o "
                + "UNWIND range(0, 2) AS n MATCH (p:Product {productID: (c % 2) * 30 + (7 * c + 11 * o + 5 * n) % 30}) "
                + "CREATE (order)-[:ORDERS {quantity: n + 1, unitPrice: 0.5 + c % 3}]->(p)");
        rows("MATCH (u:Customer), (p:Product) WHERE (toInteger(substring(u.customerID, 1)) + p.productID) % 5 = 0 "
                + "CREATE (u)-[:RATED {rating: (p.productID / 5) % 10 / 2.0 + 0.5}]->(p)");
        rows("MATCH (a:Person), (b:Person) WHERE (a.id * 7 + b.id * 3) % 11 = 0 AND a.id % 2 = b.id % 2 AND a <> b "
                + "CREATE (a)-[:FOLLOWS]->(b)");
    }

    @AfterAll
    static void clear() {
        SharedServer.clear();
    }

    private static Record train(String name, String keys) {
        return rows("CALL gnnrec.train({modelName: $name, " + keys + "})", "name", name).getFirst();
    }

    private static List<String> bases(String model, String label, String id) {
        return rows("MATCH (u:" + label + ") CALL gnnrec.recommend(u, 3, {modelName: $model}) YIELD basis "
                + "RETURN DISTINCT basis", "model", model).stream().map(row -> row.get("basis").asString()).toList();
    }

    @Test
    void ordersAreInteractions() {
        Record trained = train("orders", SHOP + ", interactions: '" + ORDERS + "'");
        assertThat(trained.get("servedAsTrained").asDouble()).isEqualTo(1);
        assertThat(trained.get("servedFrom").asString()).contains("interactions [interaction]");
        assertThat(trained.get("configuration").get("userLabel").asString()).isEqualTo("Customer");
        assertThat(trained.get("relationshipCount").asLong()).isEqualTo(40 * 9);
        assertThat(bases("orders", "Customer", "customerID")).containsExactly("trained");
        assertThat(rows("MATCH (u:Customer) CALL gnnrec.recommend(u, 60, {modelName: 'orders'}) YIELD item "
                + "WITH u, item WHERE EXISTS { (u)-[:PURCHASED]->()-[:ORDERS]->(item) } RETURN item")).isEmpty();
    }

    @Test
    void anOrderOfTheSameTransactionChangesTheList() {
        train("fresh", SHOP + ", interactions: '" + ORDERS + "'");
        String list = "CALL gnnrec.recommend('c1', 1, {modelName: 'fresh'}) YIELD itemId, basis RETURN itemId, basis";
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            Object best = tx.run(list).single().get("itemId").asObject();
            tx.run("MATCH (u:Customer {customerID: 'c1'}), (p:Product {productID: $best}) "
                    + "CREATE (u)-[:PURCHASED]->(:Order)-[:ORDERS {quantity: 1}]->(p)", Map.of("best", best)).consume();
            Record now = tx.run(list).single();
            assertThat(now.get("itemId").asObject()).isNotEqualTo(best);
            assertThat(now.get("basis").asString()).isEqualTo("foldIn");
        }
    }

    @Test
    void anExplanationShowsTheWholePath() {
        train("why", SHOP + ", interactions: {name: 'ORDERED', pattern: '" + ORDERS + "', weight: 'o.quantity'}");
        List<Record> why = rows("CALL gnnrec.recommend('c1', 1, {modelName: 'why'}) YIELD itemId, score "
                + "CALL gnnrec.explain('c1', itemId, {modelName: 'why'}) YIELD because, relationshipType, contribution, path "
                + "RETURN because.productID AS because, relationshipType, contribution, score, length(path) AS length, "
                + "nodes(path)[0].customerID AS from, nodes(path)[2].productID AS to");
        assertThat(why).hasSizeGreaterThan(3);
        double sum = why.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum();
        assertThat(sum).isCloseTo(why.getFirst().get("score").asDouble(), org.assertj.core.data.Offset.offset(1e-5));
        assertThat(why).filteredOn(row -> !row.get("because").isNull()).allSatisfy(row -> {
            assertThat(row.get("relationshipType").asString()).isEqualTo("ORDERED");
            assertThat(row.get("length").asInt()).isEqualTo(2);
            assertThat(row.get("from").asString()).isEqualTo("c1");
            assertThat(row.get("to").asInt()).isEqualTo(row.get("because").asInt());
        });
    }

    @Test
    void aThresholdHoldsInServingAsInTraining() {
        train("liked", SHOP + ", interactions: {pattern: '(user:Customer)-[r:RATED]->(item:Product)', "
                + "where: 'r.rating >= $least', params: {least: 3.5}}");
        assertThat(bases("liked", "Customer", "customerID")).containsExactly("trained");
        assertThat(rows("CALL gnnrec.explain('c1', 0, {modelName: 'liked'}) YIELD path, because "
                + "WHERE because IS NOT NULL RETURN relationships(path)[0].rating AS rating"))
                .isNotEmpty().allSatisfy(row -> assertThat(row.get("rating").asDouble()).isGreaterThanOrEqualTo(3.5));
    }

    @Test
    void lowRatingsAreDislikesByTheirWeight() {
        train("signed", SHOP + ", interactions: {pattern: '(user:Customer)-[r:RATED]->(item:Product)', "
                + "weight: 'r.rating - 3'}");
        assertThat(bases("signed", "Customer", "customerID")).containsExactly("trained");
        assertThat(rows("MATCH (u:Customer) CALL gnnrec.recommend(u, 60, {modelName: 'signed'}) YIELD item "
                + "WITH u, item WHERE EXISTS { (u)-[:RATED]->(item) } RETURN item")).isEmpty();
    }

    @Test
    void severalDefinitionsHaveNamesInThePlaceOfTypes() {
        Record trained = train("several", SHOP + ", relationshipWeights: {BOUGHT: 3, RATED: 0.5}, interactions: ["
                + "{name: 'BOUGHT', pattern: '" + ORDERS + "', where: 'o.quantity > 1'}, "
                + "{name: 'HELD_OUT', pattern: '" + ORDERS + "', where: 'o.quantity = 1'}, "
                + "{name: 'RATED', pattern: '(user:Customer)-[r:RATED]->(item:Product)', where: 'r.rating > 2'}], "
                + "testRelationshipTypes: ['HELD_OUT']");
        assertThat(trained.get("servedAsTrained").asDouble()).isEqualTo(1);
        assertThat(trained.get("configuration").get("relationshipTypes").asList()).containsExactly("BOUGHT", "RATED");
        assertThat(bases("several", "Customer", "customerID")).containsExactly("trained");
        assertThat(rows("CALL gnnrec.evaluate({modelName: 'several'}) YIELD metric, value, model "
                + "WHERE model = 'several' RETURN value")).hasSize(2);
        assertThat(rows("CALL gnnrec.train({modelName: 'several', warmStart: true}) YIELD servedAsTrained "
                + "RETURN servedAsTrained").getFirst().get(0).asDouble()).isEqualTo(1);
    }

    @Test
    void peopleFollowPeopleAndNobodyGetsThemselves() {
        Record trained = train("people", FIXED + ", interactions: '(user:Person)-[:FOLLOWS]->(item:Person)'");
        assertThat(trained.get("servedAsTrained").asDouble()).isEqualTo(1);
        assertThat(bases("people", "Person", "id")).containsExactly("trained");
        assertThat(rows("MATCH (u:Person) CALL gnnrec.recommend(u, 100, {modelName: 'people'}) YIELD item "
                + "WITH u, item WHERE u = item OR EXISTS { (u)-[:FOLLOWS]->(item) } RETURN item")).isEmpty();
        assertThat(rows("MATCH (u:Person) WHERE u.gnnrec_people IS NULL OR u.gnnrec_people_item IS NULL "
                + "OR u.gnnrec_people = u.gnnrec_people_item RETURN u")).isEmpty();
        assertThat(rows("MATCH (u:Person) RETURN u.gnnrec_people_item = gnnrec.embedding(u, 'people') AS isItem, "
                + "u.gnnrec_people_item = gnnrec.embedding(u, 'people', 'item') AS isItemToo, "
                + "vector.similarity.cosine(u.gnnrec_people, gnnrec.embedding(u, 'people', 'user')) > 0.9999 AS isUser"))
                .allSatisfy(row -> assertThat(row.values()).allMatch(Value::isTrue));
        rows("CALL gnnrec.model.drop('people')");
        assertThat(rows("MATCH (u:Person) WHERE u.gnnrec_people IS NOT NULL OR u.gnnrec_people_item IS NOT NULL "
                + "OR u.gnnrec_people_index IS NOT NULL RETURN u")).isEmpty();
    }

    @Test
    void aQueryThatServingReadsOtherwiseIsRefusedUnlessAllowed() {
        String query = SHOP + ", userLabel: 'Customer', itemLabel: 'Product', query: "
                + "'MATCH (user:Customer)-[r:RATED]->(item:Product) WHERE r.rating >= 3.5 "
                + "RETURN user, item, type(r) AS type'";
        assertThatThrownBy(() -> train("filtered", query)).hasMessageContaining("servedAsTrained")
                .hasMessageContaining("allowDifference: true").hasMessageContaining("interactions: {pattern:");
        assertThat(rows("CALL gnnrec.model.list('filtered')")).isEmpty();
        Record allowed = train("filtered", query + ", allowDifference: true");
        assertThat(allowed.get("servedAsTrained").asDouble()).isLessThan(0.5);
    }

    @Test
    void aTypeThatServingDoesNotKnowIsRefused() {
        String query = SHOP + ", userLabel: 'Customer', itemLabel: 'Product', query: "
                + "'MATCH (user:Customer)-[:PURCHASED]->()-[o:ORDERS]->(item:Product) RETURN user, item, \"BOUGHT\" AS type'";
        assertThatThrownBy(() -> train("unknown", query)).hasMessageContaining("no relationship of the types [BOUGHT]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '(user:Customer)-[:PURCHASED]->(:Order)'                                   | must name a node 'item'
            '(user:Customer)-[:PURCHASED]->(item:Product) RETURN user'                  | must be one path
            '(user:Customer)-[:PURCHASED]->(item:Product'                              | does not close its '('
            '(user:Customer)-[:PURCHASED]->(item:Product) // x'                        | has a comment
            '(user:Customer)-[:PURCHASED]->(item:Product), (item)'                     | must be one path
            '(user:Customer)-[:PURCHASED]->(item)'                                     | must give item one label
            '(user:Customer)-[:NOPE]->(item:Product)'                                  | relationship type is: NOPE
            {pattern: '(user:Customer)-[r:RATED]->(item:Product)', where: 'r.rating >'} | interactions 'interaction'
            {pattern: '(user:Customer)-[r:RATED]->(item:Product)', where: 'true) SET (r.x = 1'} | did not open
            {pattern: '(user:Customer)-[r:RATED]->(item:Product)', params: {gnnrec_nodes: 1}} | begins with 'gnnrec_'
            {pattern: '(user:Customer)-[r:RATED]->(item:Product)', timestamp: 'r.rating'} | not used without halfLife
            {pattern: '(user:Customer)-[r:RATED]->(item:Product)', weight: 'user.customerID'} | must be a number
            '(user:Customer)-[:RATED]->(item:Product)', relationshipTypes: ['RATED'] | has no definition named 'RATED'
            {patern: '(user:Customer)-[r:RATED]->(item:Product)'}                       | did you mean 'pattern'
            ['(user:Customer)-[r:RATED]->(item:Product)', '(user:Customer)-[r:RATED]->(item:Product)'] | names that differ
            """, quoteCharacter = '"')
    void whatIsNoDefinitionIsRefusedBeforeAnyWork(String interactions, String message) {
        assertThatThrownBy(() -> train("refused", SHOP + ", interactions: " + interactions))
                .hasMessageContaining(message);
        assertThat(rows("CALL gnnrec.model.list('refused')")).isEmpty();
    }

    @Test
    void aTypeThatIsGoneIsStaleAndNotPopularity() {
        rows("MATCH (u:Customer), (p:Product) WHERE (toInteger(substring(u.customerID, 1)) * 3 + p.productID) % 7 = 0 "
                + "CREATE (u)-[:WISHES]->(p)");
        train("wishes", SHOP + ", userLabel: 'Customer', itemLabel: 'Product', relationshipTypes: ['WISHES']");
        assertThat(rows("CALL gnnrec.model.list('wishes')").getFirst().get("stale").isNull()).isTrue();
        rows("MATCH (u)-[w:WISHES]->(p) CREATE (u)-[:WANTS]->(p) DELETE w");
        assertThat(rows("CALL gnnrec.model.list('wishes')").getFirst().get("stale").asString()).contains("WISHES");
        assertThat(bases("wishes", "Customer", "customerID")).containsExactly("stale");
    }
}
