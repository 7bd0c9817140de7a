package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.CypherExpression;
import org.gnnrec.source.CypherPattern;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

class PatternRelationshipsTest {
    private static final Weighting WEIGHTS = new Weighting(Map.of("LIKES", 2.0), "w", "at", 30);
    private static final Weighting TIMED = new Weighting(Map.of("LIKES", 2.0), null, null, 30);

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    /** A graph whose relationships have weights, some of them dislikes, and times. */
    private static void create(int users, int items) {
        NEO4J.run("UNWIND range(1, " + users + ") AS n CREATE (:User {id: n})");
        NEO4J.run("UNWIND range(1, " + items + ") AS n CREATE (:Item {id: n})");
        NEO4J.run("MATCH (u:User), (i:Item) WHERE (u.id * 7 + i.id * 5) % 9 < 2 "
                + "CREATE (u)-[:LIKES {w: (u.id + i.id) % 5 - 1.0, at: 86400 * (u.id % 50)}]->(i)");
        NEO4J.run("MATCH (u:User), (i:Item) WHERE (u.id * 3 + i.id * 5) % 11 = 0 CREATE (i)-[:SEEN_BY {w: 1.5}]->(u)");
    }

    @Test
    void patternsOfRelationshipsAreTheRelationships() {
        create(40, 30);
        ProjectionConfig plain = config(WEIGHTS, GraphSource.STORE);
        ProjectionConfig patterns = config(TIMED,
                source(pattern("LIKES", "(user:User)-[r:LIKES]->(item:Item)", null, "r.w", "r.at"),
                        pattern("SEEN_BY", "(item:Item)-[s:SEEN_BY]->(user:User)", null, "s.w", "s.at")));
        Projection stored = load(plain, 1);
        Projection read = load(patterns, 1);
        assertThat(read.interactions().sameEdges(stored.interactions())).isTrue();
        assertThat(read.disliked().sameEdges(stored.disliked())).isTrue();
        assertThat(read.disliked().edgeCount()).isPositive();
        assertThat(read.decay()).isEqualTo(stored.decay());
        assertThat(read.relationshipTypes()).isEqualTo(stored.relationshipTypes());
        assertThat(read.relationshipCount()).isEqualTo(stored.relationshipCount());
    }

    @Test
    void anyNumberOfThreadsReadsTheSame() {
        create(5000, 7);
        ProjectionConfig config = config(Weighting.NONE,
                source(pattern("a", "(user:User)-[r]-(item:Item)", "r.w > 0", "r.w", null)));
        Projection one = load(config, 1);
        assertThat(load(config, 3).interactions().sameEdges(one.interactions())).isTrue();
        assertThat(one.interactions().edgeCount()).isGreaterThan(5000);
    }

    @Test
    void aPathThroughOthersIsReadInSmallBatches() {
        NEO4J.run("UNWIND range(1, 60) AS n CREATE (:User {id: n}), (:Item {id: n})");
        NEO4J.run("MATCH (u:User), (i:Item) CREATE (u)-[:LIKES]->(i)");
        Projection read = load(config(Weighting.NONE,
                source(pattern("x", "(user:User)-->(:Item)<--(:User)-->(item:Item)", null, null, null))), 2);
        assertThat(read.interactions().edgeCount()).isEqualTo(60 * 60);
        assertThat(read.relationshipCount()).isEqualTo(60L * 60 * 59 * 59);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CYPHER 5 ", "CYPHER 25 " })
    void eitherVersionOfCypherTakesNodesAsAParameter(String version) {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES {w: 2}]->(:Item {id: 1})");
        InteractionPattern likes = pattern("x", "(user:User)-[r]->(item:Item)", "r.w > 1", "r.w", null);
        for (String text : List.of(likes.ofUsers(), likes.pathsOfUsers(), likes.ofItems())) {
            String label = text.contains("AS user") ? "User" : "Item";
            NEO4J.in(tx -> {
                Node node = tx.findNodes(Label.label(label)).next();
                assertThat(tx.execute(version + text, Map.of(InteractionPattern.NODES, List.of(node))).stream())
                        .hasSize(1);
                return null;
            });
        }
    }

    @Test
    void aPathOfTwoStepsCountsEachWayOnce() {
        NEO4J.run("CREATE (a:User {id: 1}), (b:User {id: 2}), (x:Item {id: 1}), (y:Item {id: 2}), "
                + "(a)-[:PLACED]->(o:Order), (a)-[:PLACED]->(p:Order), (b)-[:PLACED]->(q:Order), "
                + "(o)-[:OF {n: 2}]->(x), (p)-[:OF {n: 3}]->(x), (p)-[:OF]->(y), (q)-[:OF {n: 5}]->(:Other {id: 3})");
        Projection read = load(config(Weighting.NONE,
                source(pattern("ordered", "(user:User)-[:PLACED]->(:Order)-[l:OF]->(item)", null, "l.n", null))), 2);
        assertThat(read.interactions().neighbors()).containsExactly(0, 1);
        assertThat(read.interactions().weights()).containsExactly(5, 1);
        assertThat(read.relationshipCount()).isEqualTo(3);
    }

    @Test
    void aDefinitionMayBeNamedAsATypeThatGnnrecWrites() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1})");
        Projection read = load(config(Weighting.NONE,
                source(pattern("RECOMMENDED", "(user:User)-->(item:Item)", null, null, null))), 1);
        assertThat(read.relationshipTypes()).containsExactly("RECOMMENDED");
    }

    @Test
    void aNodeThatIsUserAndItemHasNoInteractionWithItself() {
        NEO4J.run("CREATE (a:User {id: 1}), (b:User {id: 2}), (a)-[:KNOWS]->(b), (a)-[:KNOWS]->(a)");
        ProjectionConfig people = new ProjectionConfig(kind("User"), kind("User"), List.of(), List.of(), List.of(),
                Weighting.NONE, source(pattern("knows", "(user:User)-[:KNOWS]->(item:User)", null, null, null)));
        Projection read = load(people, 1);
        assertThat(read.users().size()).isEqualTo(2);
        assertThat(read.items().size()).isEqualTo(2);
        assertThat(read.interactions().edgeCount()).isEqualTo(1);
        assertThat(read.relationshipCount()).isEqualTo(1);
    }

    @Test
    void whatPatternsCannotReadIsRefusedWithTheirName() {
        create(2, 2);
        refuse("(user:User)-[:NOPE]->(item:Item)", null, "interactions 'x' finds nothing", "NOPE");
        refuse("(user:User)-[r:LIKES]->(item:Item)", "'x'", "interactions 'x' of user ", "'weight' must be a number");
        refuse("(user:User)-[r:LIKES]->(item:Item)", "nothing.x", "interactions 'x'", "not defined");
        refuse("(user:User)((:User)-[r]-(item:Item)){1,2}(:Item)", null, "'item' must be one node");
    }

    private static void refuse(String pattern, String weight, String... message) {
        assertThatThrownBy(
                () -> load(config(Weighting.NONE, source(pattern("x", pattern, null, weight, null))), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> Arrays.stream(message).forEach(part -> assertThat(e).hasMessageContaining(part)));
    }

    private static InteractionPattern pattern(String name, String path, String where, String weight, String time) {
        return new InteractionPattern(name, CypherPattern.of("pattern", path), expression(where), expression(weight),
                expression(time), Map.of());
    }

    private static CypherExpression expression(String text) {
        return text == null ? null : CypherExpression.of("expression", text);
    }

    private static GraphSource source(InteractionPattern... patterns) {
        return new GraphSource(null, null, Map.of(), List.of(patterns));
    }

    private static ProjectionConfig config(Weighting weighting, GraphSource source) {
        return new ProjectionConfig(kind("User"), kind("Item"), List.of(), List.of(), List.of(), weighting, source);
    }

    private static Projection load(ProjectionConfig config, int concurrency) {
        return NEO4J.in(tx -> {
            RelationshipSource source = config.source().isPatterns()
                    ? PatternRelationships.open(NEO4J.inner(), config, concurrency)
                    : new StoreRelationships(tx, config.weighting(), () -> {});
            return new Projector(tx, config, () -> {}, HeapClaim.UNBOUNDED).load(source);
        });
    }
}
