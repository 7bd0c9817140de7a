package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gnnrec.linalg.Deadline;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaAdviceTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void showsTheCallsThatFitWithTheirCounts() {
        NEO4J.run("CREATE (:Person {id: 1})-[:SAW]->(:Movie {id: 1})");
        assertThat(advice()).isEqualTo("Labels in this database: [Movie, Person]; relationship types: [SAW]. "
                + "Name yours: CALL gnnrec.train({userLabel: 'Person', itemLabel: 'Movie', userIdProperty: 'id', "
                + "itemIdProperty: 'id', relationshipTypes: ['SAW']}) (1 users, 1 items, 1 relationships). "
                + "CALL gnnrec.schema() lists all that fit");
    }

    @Test
    void aShopIsLedToTheProductsOfItsOrders() {
        NEO4J.run("UNWIND range(0, 9) AS n MERGE (c:Customer {customerID: n % 3}) MERGE (p:Product {productID: n % 4}) "
                + "CREATE (c)-[:PURCHASED]->(:Order {orderID: n})-[:ORDERS]->(p)");
        assertThat(advice()).contains("Name yours: CALL gnnrec.train({userIdProperty: 'customerID', itemIdProperty: "
                + "'productID', interactions: '(user:Customer)-[:PURCHASED]->(:Order)-[:ORDERS]->(item:Product)'}) "
                + "(3 users, 4 items, 10 relationships); or");
    }

    @Test
    void showsNoMoreThanThreeCalls() {
        NEO4J.run("CREATE (p:Person {id: 1}) WITH p UNWIND range(1, 5) AS n "
                + "CALL (p, n) { CREATE (p)-[:SAW]->(i:$('L' + n) {id: n}) }");
        assertThat(advice().split("CALL gnnrec.train", -1)).hasSize(4);
    }

    @Test
    void anEmptyDatabaseIsToldWhatToCreate() {
        assertThat(advice()).contains("Labels in this database: []", "There are no nodes", "CREATE (:User");
    }

    @Test
    void saysWhatStandsInTheWay() {
        NEO4J.run("CREATE (:Person)-[:SAW]->(:Movie {id: 1})");
        assertThat(advice()).contains("Person and Movie fit best, but no property is on every Person node");
        NEO4J.run("MATCH ()-[saw:SAW]->() DELETE saw");
        assertThat(advice()).contains("No relationship joins nodes that have labels");
    }

    @Test
    void namesBeyondTenAreCounted() {
        NEO4J.run("UNWIND range(100, 152) AS n CREATE (:$('L' + n))");
        assertThat(advice()).contains("[L100, L101, ", ", L109, and 43 more]; relationship");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 10, 60, 250, 1_000 })
    void aGraphOfManyLabelsWithLongNamesIsToldInAFewLines(int length) {
        NEO4J.run("UNWIND range(1, 150) AS n CREATE (:$('User' + n + $long) {id: n})-[:$('TYPE' + n + $long)]->"
                + "(:$('Item' + n + $long) {id: n})", Map.of("long", "\n".repeat(length / 2) + "x".repeat(length / 2)));
        assertThat(advice()).hasSizeLessThan(1_600).hasLineCount(1).contains("and 290 more]", "and 140 more]")
                .endsWith("CALL gnnrec.schema() lists all that fit");
        NEO4J.run("MATCH (n) REMOVE n.id");
        assertThat(advice()).hasSizeLessThan(1_600).hasLineCount(1).endsWith("CALL gnnrec.schema() lists all that fit");
    }

    @Test
    void aCallThatIsTooLongForAMessageIsLeftToTheProcedure() {
        NEO4J.run("CREATE (u:User {id: 1}), (i:Item {id: 1}) WITH u, i UNWIND range(1, 200) AS n "
                + "CREATE (u)-[:$('TYPE' + n)]->(i)");
        assertThat(advice()).doesNotContain("gnnrec.train").endsWith("CALL gnnrec.schema() lists all that fit")
                .hasSizeLessThan(1500);
    }

    @Test
    void whereThereIsNoTimeItLeavesTheCallsToTheProcedure() {
        NEO4J.run("CREATE (:Person {id: 1})-[:SAW]->(:Movie {id: 1})");
        Deadline passed = new Deadline(System.nanoTime() - 1, () -> {});
        assertThat(NEO4J.<String>in(tx -> SchemaAdvice.of(tx, passed)))
                .isEqualTo("Labels in this database: [Movie, Person]; relationship types: [SAW]. "
                        + "CALL gnnrec.schema() lists all that fit");
    }

    @Test
    void aCancellationIsNotHeldUp() {
        NEO4J.run("CREATE (:Person {id: 1})-[:SAW]->(:Movie {id: 1})");
        assertThatThrownBy(() -> NEO4J.in(tx -> SchemaAdvice.of(tx, () -> {
            throw new IllegalStateException("terminated");
        }))).hasMessage("terminated");
    }

    private static String advice() {
        return NEO4J.in(tx -> SchemaAdvice.of(tx, () -> {}));
    }
}
