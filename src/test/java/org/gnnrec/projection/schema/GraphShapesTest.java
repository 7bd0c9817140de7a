package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.testing.GraphShape;
import org.gnnrec.testing.RealGraph;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Graphs of the shapes that people have: what is proposed first, and whether each proposal runs as Cypher. */
class GraphShapesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aCustomerBuysTheProductsOfTheirOrders() {
        GraphShape.SHOP.create(1, NEO4J::run);
        Candidate best = candidates().getFirst();
        assertThat(best.call()).isEqualTo("CALL gnnrec.train({userIdProperty: 'customerID', itemIdProperty: "
                + "'productID', interactions: '(user:Customer)-[:PURCHASED]->(:Order)-[:ORDERS]->(item:Product)'})");
        assertThat(best.via()).isEqualTo("Order");
        assertThat(best.relationshipTypes()).containsExactly("PURCHASED", "ORDERS");
        assertThat(best.relationshipCounts()).isEqualTo(Map.of("PURCHASED", 90L, "ORDERS", 180L));
        assertThat(best.weightProperties()).containsExactly("quantity");
        assertThat(best.features()).isEqualTo(Map.of("items", Map.of(
                "categories", "[(item)-[:PART_OF]->(c:Category) | c.categoryName]",
                "suppliers", "[(item)<-[:SUPPLIES]-(c:Supplier) | toString(c.supplierID)]")));
        assertThat(labels()).containsSubsequence("Customer Order Product", "Employee Order Product", "Order Product",
                "Customer Order");
        everyProposalRuns();
    }

    @Test
    void northwindItself() throws IOException {
        assumeThat(RealGraph.NORTHWIND.exists()).isTrue();
        RealGraph.NORTHWIND.create(NEO4J::run);
        Candidate best = candidates().getFirst();
        assertThat(best.interactions().pattern())
                .isEqualTo("(user:Customer)-[:PURCHASED]->(:Order)-[:ORDERS]->(item:Product)");
        assertThat(best.relationshipCount()).isEqualTo(2155);
        assertThat(best.estimatedTypes()).isEmpty();
        assertThat(best.features().get("items")).containsKey("categories");
        everyProposalRuns();
    }

    @Test
    void aMovieIsLikedByThoseWhoRateItWell() {
        GraphShape.RATINGS.create(1, NEO4J::run);
        List<Candidate> candidates = candidates();
        assertThat(candidates.get(0).call()).isEqualTo("CALL gnnrec.train({userIdProperty: 'userId', itemIdProperty: "
                + "'movieId', interactions: {pattern: '(user:User)-[r:RATED]->(item:Movie)', weight: 'CASE WHEN r.rating < 3 THEN 0 ELSE 1 END'}})");
        assertThat(candidates.get(1).call()).isEqualTo("CALL gnnrec.train({userLabel: 'User', itemLabel: 'Movie', "
                + "userIdProperty: 'userId', itemIdProperty: 'movieId', relationshipTypes: ['RATED']})");
        for (Candidate rated : candidates.subList(0, 2)) {
            assertThat(rated.features())
                    .isEqualTo(Map.of("items", Map.of("genres", "[(item)-[:IN_GENRE]->(c:Genre) | c.name]")));
            assertThat(rated.weightProperties()).containsExactly("rating");
            assertThat(rated.timestampProperties()).containsExactly("timestamp");
        }
        everyProposalRuns();
    }

    @Test
    void peopleFollowEachOther() {
        GraphShape.MOVIES.create(1, NEO4J::run);
        assertThat(labels()).containsExactly("Person Movie", "Person Movie", "Person Person");
        assertThat(candidates().get(0).relationshipTypes()).containsExactly("ACTED_IN", "REVIEWED");
        assertThat(candidates().get(1).interactions().weight()).isEqualTo("CASE WHEN r.rating < 73 THEN 0 ELSE 1 END");
        Candidate follows = candidates().get(2);
        assertThat(follows.call()).isEqualTo("CALL gnnrec.train({userIdProperty: 'name', itemIdProperty: 'name', "
                + "interactions: '(user:Person)-[:FOLLOWS]->(item:Person)'})");
        assertThat(follows.userDegrees().max()).isEqualTo(9);
        assertThat(follows.itemDegrees().max()).isEqualTo(9);
        assertThat(follows.problem()).isNull();
        everyProposalRuns();
    }

    @Test
    void usersAskUnderTagsAndAnswerQuestions() {
        GraphShape.QUESTIONS.create(1, NEO4J::run);
        List<String> patterns = candidates().stream().filter(candidate -> candidate.via() != null)
                .map(candidate -> candidate.interactions().pattern()).toList();
        assertThat(patterns).containsExactlyInAnyOrder("(user:User)-[:ASKED]->(:Question)-[:TAGGED]->(item:Tag)",
                "(user:User)-[:PROVIDED]->(:Answer)-[:ANSWERED]->(item:Question)",
                "(user:User)-[:COMMENTED]->(:Comment)-[:COMMENTED_ON]->(item:Question)");
        assertThat(candidates().getFirst().interactions().pattern()).isEqualTo(patterns.getFirst());
        assertThat(candidates()).filteredOn(candidate -> candidate.itemLabel().equals("Question"))
                .allSatisfy(candidate -> assertThat(candidate.features().get("items"))
                        .containsEntry("tags", "[(item)-[:TAGGED]->(c:Tag) | c.name]"));
        everyProposalRuns();
    }

    @Test
    void aReviewIsAnEventWithARating() {
        NEO4J.run("UNWIND range(0, 8) AS n CREATE (:Business {id: n})");
        NEO4J.run("UNWIND range(0, 59) AS n MERGE (u:User {id: n % 10}) WITH u, n MATCH (b:Business {id: n % 9}) "
                + "CREATE (u)-[:WROTE]->(:Review {id: n, stars: 1 + n % 5})-[:REVIEWS]->(b)");
        assertThat(candidates().get(0).interactions()).isEqualTo(new WrittenPattern(
                "(user:User)-[:WROTE]->(event:Review)-[:REVIEWS]->(item:Business)",
                "CASE WHEN event.stars < 3 THEN 0 ELSE 1 END"));
        assertThat(candidates().get(1).interactions()).isEqualTo(
                new WrittenPattern("(user:User)-[:WROTE]->(:Review)-[:REVIEWS]->(item:Business)", null));
        everyProposalRuns();
    }

    @Test
    void withoutNamesOfUsersTheRelationshipStartsAtTheUser() {
        NEO4J.run(
                "UNWIND range(0, 39) AS n MERGE (k:Kunde {id: n % 8}) CREATE (k)-[:BESTELLTE]->(b:Bestellung {id: n}) "
                        + "WITH b, n UNWIND [n % 10, (n + 3) % 10] AS w MERGE (ware:Ware {id: w}) CREATE (b)-[:VON]->(ware)");
        assertThat(labels().subList(0, 2)).containsExactly("Kunde Bestellung Ware", "Bestellung Ware");
    }

    @Test
    void whoBoughtAnItemIsNoCategoryOfItUnderAnotherLabel() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (u:User:Premium {id: n}) WITH u, n UNWIND range(0, 8) AS i "
                + "MERGE (p:Product {id: (n + 5 * i) % 40}) CREATE (u)-[:BOUGHT]->(p), (u)-[:VIEWED]->(p)");
        assertThat(labels()).contains("User Product", "Premium Product");
        assertThat(candidates()).allSatisfy(candidate -> assertThat(candidate.features()).isEmpty());
    }

    @Test
    void nodesThatAreRelatedToThemselvesAloneAreNoCandidate() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (p:Person {id: n})-[:KNOWS]->(p)");
        assertThat(candidates()).isEmpty();
        NEO4J.run("MATCH (a:Person {id: 1}), (b:Person {id: 2}) CREATE (a)-[:KNOWS]->(b)");
        assertThat(candidates().getFirst().userDegrees().max()).isEqualTo(1);
    }

    @Test
    void interactionsOfUsersThatASampleMissesAreProposedAllTheSame() {
        NEO4J.run("UNWIND range(1, 12000) AS n CREATE (:User {id: n})");
        List<?> missed = NEO4J.in(GraphShapesTest::usersOutsideOfTheSample);
        NEO4J.run("MATCH (u:User) WHERE u.id IN " + missed.subList(0, 2) + " CREATE (u)-[:LIKES]->(:Item {id: u.id})");
        NEO4J.run("MATCH (u:User), (v:User) WHERE u.id IN " + missed.subList(0, 2) + " AND v.id IN "
                + missed.subList(2, 4) + " CREATE (u)-[:FOLLOWS]->(v)");
        assertThat(candidates()).allSatisfy(candidate -> assertThat(candidate.userDegrees().max()).isZero());
        assertThat(labels()).containsExactlyInAnyOrder("User Item", "User User");
    }

    /** The order of nodes in the store, and so the sample, depends on what was deleted there before. */
    private static List<?> usersOutsideOfTheSample(Transaction tx) {
        Set<Node> sampled = Set.copyOf(NodeSample.of(tx, "User", 12_000, Cancellation.NEVER).nodes());
        return tx.findNodes(Label.label("User")).stream().filter(user -> !sampled.contains(user)).limit(4)
                .map(user -> user.getProperty("id")).toList();
    }

    @Test
    void blankNamesAreLeftOut() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (u:User:` ` {` `: n, id: n})-[:LIKES]->(i:Item {` `: n, id: n}) "
                + "CREATE (u)-[:` `]->(i)");
        assertThat(labels()).containsExactly("User Item");
        assertThat(candidates().getFirst().call()).contains("userIdProperty: 'id'", "relationshipTypes: ['LIKES']");
    }

    @Test
    void whatSeveralUsersShareIsNoEvent() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:User {id: n}), (:Group {id: n}), (:Topic {id: n})");
        NEO4J.run("MATCH (u:User), (g:Group) WHERE (u.id + g.id) % 3 = 0 CREATE (u)-[:JOINED]->(g)");
        NEO4J.run("MATCH (g:Group), (t:Topic) WHERE (t.id + g.id) % 3 = 0 CREATE (g)-[:ABOUT]->(t)");
        assertThat(labels()).containsExactly("User Group", "Group Topic");
    }

    @Test
    void theWaysOfAHubAmongManyLabelsAreCounted() {
        NEO4J.run("UNWIND range(0, 299) AS n CREATE (a:$('L' + n) {id: n}), (b:$('L' + n) {id: n + 1000}) "
                + "WITH collect(a) + collect(b) AS nodes UNWIND range(0, size(nodes) - 1) AS n WITH nodes, nodes[n] AS node, n "
                + "UNWIND range(1, 20) AS step WITH node, nodes[(n + step * 7) % size(nodes)] AS other "
                + "CREATE (node)-[:TO]->(other)");
        NEO4J.run("CREATE (hub:User {id: 0}) WITH hub UNWIND range(1, 20000) AS n "
                + "CREATE (hub)-[:MADE]->(:Order {id: n})");
        NEO4J.run("MATCH (o:Order) CALL (o) { MATCH (i:L1) CREATE (o)-[:OF]->(i) }");
        assertThat(candidates()).anySatisfy(candidate -> {
            assertThat(candidate.via()).isEqualTo("Order");
            assertThat(candidate.relationshipCount()).isEqualTo(40_000);
            assertThat(candidate.userDegrees().max()).isEqualTo(40_000);
        });
    }

    private static List<Candidate> candidates() {
        return NEO4J.in(tx -> new GraphSchema(tx, () -> {}).candidates());
    }

    private static List<String> labels() {
        return candidates().stream()
                .map(candidate -> candidate.userLabel() + " " + (candidate.via() == null ? "" : candidate.via() + " ")
                        + candidate.itemLabel())
                .toList();
    }

    /** These graphs are read whole: the counts are those of the pattern. */
    private static void everyProposalRuns() {
        for (Candidate candidate : candidates()) {
            if (candidate.interactions() != null) {
                String weight = candidate.interactions().weight();
                assertThat(NEO4J.value("MATCH " + candidate.interactions().pattern() + " RETURN "
                        + (weight == null ? "count(*)" : "sum(" + weight + ")"))).as(candidate.call())
                        .isEqualTo(candidate.relationshipCount());
            }
            candidate.features().forEach((side, expressions) -> expressions.values()
                    .forEach(expression -> assertThat((List<?>) NEO4J.value("MATCH (" + side.replaceFirst("s$", "")
                            + ":" + (side.equals("users") ? candidate.userLabel() : candidate.itemLabel())
                            + ") RETURN reduce(all = [], names IN collect(" + expression + ") | all + names)"))
                            .isNotEmpty()));
        }
    }
}
