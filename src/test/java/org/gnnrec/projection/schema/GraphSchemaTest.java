package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphSchemaTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aShopIsReadOffItsGraph() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Customer {email: 'c' + n, name: 'Ann'})");
        NEO4J.run("UNWIND range(0, 4) AS n CREATE (:Product {sku: 'p' + n, price: 5})");
        NEO4J.run("MATCH (c:Customer), (p:Product) WHERE toInteger(substring(c.email, 1)) < 2 "
                + "CREATE (c)-[:BOUGHT {quantity: 2, at: datetime('2026-01-01')}]->(p) "
                + "CREATE (p)-[:VIEWED_BY {at: datetime('2026-01-01'), session: 'x', orderId: 7}]->(c)");
        NEO4J.run("MATCH (c:Customer {email: 'c9'}), (p:Product {sku: 'p0'}) CREATE (c)-[:BOUGHT]->(p)");

        Candidate shop = candidates().get(0);

        assertThat(shop.userLabel()).isEqualTo("Customer");
        assertThat(shop.itemLabel()).isEqualTo("Product");
        assertThat(shop.userCount()).isEqualTo(10);
        assertThat(shop.itemCount()).isEqualTo(5);
        assertThat(shop.relationshipCounts()).isEqualTo(Map.of("BOUGHT", 11L, "VIEWED_BY", 10L));
        assertThat(shop.relationshipCount()).isEqualTo(21);
        assertThat(shop.estimatedTypes()).isEmpty();
        assertThat(shop.userDegrees()).isEqualTo(new Degrees(0, 0, 10, 10, 10, false));
        assertThat(shop.itemDegrees()).isEqualTo(new Degrees(4, 4, 5, 5, 5, false));
        assertThat(shop.weightProperties()).containsExactly("quantity");
        assertThat(shop.timestampProperties()).containsExactly("at");
        assertThat(shop.problem()).isNull();
        assertThat(shop.call()).isEqualTo("CALL gnnrec.train({userLabel: 'Customer', itemLabel: 'Product', "
                + "userIdProperty: 'email', itemIdProperty: 'sku', relationshipTypes: ['BOUGHT', 'VIEWED_BY']})");
    }

    @Test
    void theNameOrElseTheDirectionSaysWhichSideIsTheUser() {
        NEO4J.run(
                "CREATE (:Paper {id: 1})-[:CITES]->(:Source {id: 1})-[:BACKS]->(p:Paper {id: 2})-[:CITES]->(:Source {id: 2})");
        NEO4J.run("CREATE (:Song {id: 1})-[:PLAYED_BY]->(:Listeners {id: 1})");
        assertThat(pairs()).containsExactlyInAnyOrder("Paper Source", "Listeners Song");
    }

    @Test
    void whereEverythingHasOneOwnerThereIsNothingToLearn() {
        NEO4J.run("UNWIND range(0, 9) AS n MERGE (c:Customer {id: n % 3}) "
                + "CREATE (c)-[:PLACED]->(o:Order {id: n}), (c)-[:HAS]->(:Address {id: n}), (c)-[:HAD]->(:Address {id: 100 + n}) "
                + "WITH o, n UNWIND [n % 4, (n + 1) % 4] AS sku MERGE (p:Product {sku: sku}) CREATE (o)-[:OF]->(p)");
        assertThat(pairs()).containsExactly("Customer Product", "Order Product", "Customer Address", "Customer Order");
    }

    @Test
    void ofLabelsOnTheSameNodesTheOneForUsersComesFirstThenTheNarrower() {
        NEO4J.run(
                "UNWIND range(0, 9) AS n CREATE (:Party:Customer {id: n}), (:Thing:Book {id: n}), (:Thing {id: -1 - n})");
        NEO4J.run("MATCH (c:Customer), (b:Book) WHERE (c.id + b.id) % 2 = 0 CREATE (c)-[:READ]->(b)");
        NEO4J.run("MATCH (t:Thing {id: -1}) CREATE (:Party {id: -1})-[:READ]->(t)");
        assertThat(pairs()).containsExactly("Customer Book", "Customer Thing", "Party Thing", "Party Book");
        assertThat(candidates()).extracting(Candidate::relationshipCount).containsExactly(50L, 50L, 51L, 50L);
    }

    @Test
    void aPairThatSharesNodesIsLastAndSaysSo() {
        NEO4J.run("CREATE (:Person:Actor {id: 1})-[:KNOWS]->(:Person {id: 2})-[:SAW]->(:Film {id: 3})");
        Candidate last = candidates().getLast();
        assertThat(pairs()).containsExactly("Person Film", "Person Person", "Person Actor");
        assertThat(last.problem()).startsWith("some nodes have both labels, Person and Actor");
        assertThat(last.call()).isNull();
    }

    @Test
    void aPairWithoutIdsSaysSo() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {kind: 'a'}), (:Item {kind: 'a'})");
        Candidate only = candidates().get(0);
        assertThat(only.itemIdProperty()).isNull();
        assertThat(only.call()).isNull();
        assertThat(only.problem()).startsWith("no property is on every Item node");
    }

    @Test
    void whatGnnrecWroteIsNoCandidate() {
        NEO4J.run("CREATE (a:User {id: 1})-[:RECOMMENDED]->(i:Item {id: 1}), "
                + "(a)-[:FOR_YOU {score: 1.5, rank: 1, modelVersion: 1}]->(i), "
                + "(:_GnnRecModel)-[:_PART]->(:_GnnRecPart), (a)-[:TRAINED]->(:_GnnRecModel)");
        assertThat(candidates()).isEmpty();
    }

    @Test
    void aNameThatNoPatternCanHoldIsAProblemThatSaysSo() {
        NEO4J.run("CREATE (:Node {id: 1}), (:Node {id: 2})");
        NEO4J.run("MATCH (a:Node {id: 1}), (b:Node {id: 2}) CREATE (a)-[:$($type)]->(b)", Map.of("type", "a\\u0060b"));
        Candidate only = candidates().getFirst();
        assertThat(only.problem()).contains("(user:Node)-[:`a\\u0060b`]->(item:Node)", "Rename that label");
        assertThat(only.call()).isNull();
    }

    @Test
    void labelsAndTypesOfIndexesAloneAreNotThere() {
        NEO4J.run("CREATE INDEX FOR (s:Student) ON (s.id)");
        NEO4J.run("CREATE INDEX FOR ()-[e:ENROLLED]-() ON (e.at)");
        GraphSchema schema = NEO4J.in(tx -> new GraphSchema(tx, () -> {}));
        assertThat(schema.labels()).doesNotContain("Student");
        assertThat(schema.types()).doesNotContain("ENROLLED");
    }

    @Test
    void anEmptyDatabaseHasNoCandidates() {
        assertThat(candidates()).isEmpty();
    }

    @Test
    void whatTheTransactionItselfHasChangedCounts() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1})");
        List<Candidate> seen = NEO4J.in(tx -> {
            tx.execute("MATCH (u:User) CREATE (u)-[:LIKES]->(:Item {id: 2}), (u)-[:LIKES]->(:Item {id: 3})").close();
            return new GraphSchema(tx, () -> {}).candidates();
        });
        assertThat(seen.get(0).itemCount()).isEqualTo(3);
        assertThat(seen.get(0).relationshipCount()).isEqualTo(3);
        assertThat(seen.get(0).userDegrees().max()).isEqualTo(3);
    }

    @Test
    void aCancellationEndsTheReading() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1})");
        assertThatThrownBy(() -> NEO4J.in(tx -> new GraphSchema(tx, () -> {
            throw new IllegalStateException("terminated");
        }).candidates())).hasMessage("terminated");
    }

    private static List<Candidate> candidates() {
        return NEO4J.in(tx -> new GraphSchema(tx, () -> {}).candidates());
    }

    private static List<String> pairs() {
        return candidates().stream().map(candidate -> candidate.userLabel() + " " + candidate.itemLabel()).toList();
    }
}
