package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;

/** Graphs that know nothing of gnnrec: the error of a bare training and {@code gnnrec.schema} both bring the call. */
class SchemaIT {
    private static final List<String> SHOP = List.of(
            "UNWIND range(0, 39) AS n CREATE (:Person:Customer {email: 'c' + n + '@shop', name: 'Ann'})",
            "UNWIND range(0, 19) AS n CREATE (:Product {sku: 'p' + n, price: 10})-[:IN]->(:Category {name: 'k' + n % 2})",
            """
                    MATCH (c:Customer) UNWIND range(0, 5) AS n
                    WITH c, n, toInteger(split(substring(c.email, 1), '@')[0]) AS i
                    MATCH (p:Product {sku: 'p' + (i * 3 + n * 7) % 20})
                    CREATE (c)-[:VIEWED]->(p)
                    FOREACH (x IN CASE WHEN n < 4 THEN [1] ELSE [] END | CREATE (c)-[:ADDED]->(p))
                    FOREACH (x IN CASE WHEN n < 2 THEN [1] ELSE [] END
                      | CREATE (c)-[:BOUGHT {quantity: n + 1, at: datetime('2026-01-01') + duration({days: n})}]->(p))""");
    private static final List<String> FILMS = List.of(
            "UNWIND range(0, 39) AS n CREATE (:Person {name: 'person ' + n, born: 1980 + n % 9})",
            "UNWIND range(0, 19) AS n CREATE (:Movie {movieId: n, title: 'movie ' + n % 15})",
            """
                    MATCH (p:Person) UNWIND range(0, 5) AS n
                    WITH p, n, toInteger(substring(p.name, 7)) AS i MATCH (m:Movie {movieId: (i * 3 + n * 7) % 20})
                    CREATE (p)-[:RATED {rating: 0.5 + n, timestamp: 1700000000 + n}]->(m)
                    FOREACH (x IN CASE WHEN i = 7 THEN [1] ELSE [] END | CREATE (p)-[:DIRECTED]->(m))""",
            "MATCH (a:Person {name: 'person 1'}), (b:Person) WHERE a <> b CREATE (a)-[:FOLLOWS]->(b)");
    private static final List<String> MUSIC = List.of(
            "CREATE CONSTRAINT track_uri IF NOT EXISTS FOR (t:Track) REQUIRE t.uri IS UNIQUE",
            "UNWIND range(0, 39) AS n CREATE (:Listener {id: n})",
            "UNWIND range(0, 19) AS n MERGE (a:Artist {name: 'artist ' + n % 5}) "
                    + "CREATE (a)-[:PERFORMED]->(:Track {id: n, uri: 'track:' + n})",
            """
                    MATCH (l:Listener) UNWIND range(0, 5) AS n MATCH (t:Track {id: (l.id * 3 + n * 7) % 20})
                    CREATE (t)-[:LISTENED_BY {count: n, last: 1700000000000 + n}]->(l)""");

    static Stream<Arguments> graphs() {
        return Stream.of(
                Arguments.of(SHOP,
                        "CALL gnnrec.train({userLabel: 'Customer', itemLabel: 'Product', userIdProperty: 'email', "
                                + "itemIdProperty: 'sku', relationshipTypes: ['ADDED', 'BOUGHT', 'VIEWED']})",
                        List.of("quantity"), List.of("at")),
                Arguments.of(FILMS,
                        "CALL gnnrec.train({userLabel: 'Person', itemLabel: 'Movie', userIdProperty: 'name', "
                                + "itemIdProperty: 'movieId', relationshipTypes: ['DIRECTED', 'RATED']})",
                        List.of("rating"), List.of("timestamp")),
                Arguments.of(MUSIC,
                        "CALL gnnrec.train({userLabel: 'Listener', itemLabel: 'Track', userIdProperty: 'id', "
                                + "itemIdProperty: 'uri', relationshipTypes: ['LISTENED_BY']})",
                        List.of("count"), List.of("last")));
    }

    @BeforeEach
    void clear() {
        SharedServer.clear();
    }

    @AfterAll
    static void leaveNothing() {
        SharedServer.clear();
        rows("DROP CONSTRAINT track_uri IF EXISTS");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void theErrorAndTheBestRowBringACallThatTrains(List<String> load, String call, List<String> weights,
            List<String> timestamps) {
        load.forEach(statement -> rows(statement));
        assertThatThrownBy(() -> rows("CALL gnnrec.train()")).hasMessageContaining("no node labeled 'User'")
                .hasMessageContaining(call);

        Record best = bestPair();
        assertThat(best.get("call").asString()).isEqualTo(call);
        assertThat(best.get("weightProperties").asList()).isEqualTo(weights);
        assertThat(best.get("timestampProperties").asList()).isEqualTo(timestamps);

        Record trained = rows(call.replace("})", ", epochs: 1})")).get(0);
        assertThat(trained.get("userCount").asLong()).isEqualTo(best.get("userCount").asLong());
        assertThat(trained.get("itemCount").asLong()).isEqualTo(best.get("itemCount").asLong());
        assertThat(trained.get("relationshipCount").asLong()).isEqualTo(best.get("relationshipCount").asLong());
        assertThat(bestPair()).isEqualTo(best);
    }

    private static Record bestPair() {
        return rows("CALL gnnrec.schema()").stream().filter(row -> row.get("interactions").isNull()).findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsRatedWellIsProposedAsAPatternWithCategories() {
        FILMS.forEach(statement -> rows(statement));
        rows("MATCH (m:Movie) MERGE (g:Genre {name: 'genre ' + m.movieId % 3}) CREATE (m)-[:IN_GENRE]->(g)");
        Record best = rows("CALL gnnrec.schema()").get(0);
        assertThat(best.get("call").asString()).isEqualTo("CALL gnnrec.train({userIdProperty: 'name', "
                + "itemIdProperty: 'movieId', interactions: {pattern: '(user:Person)-[r:RATED]->(item:Movie)', "
                + "weight: 'CASE WHEN r.rating < 3.5 THEN 0 ELSE 1 END'}})");
        assertThat(best.get("interactions").asMap()).isEqualTo(
                Map.of("pattern", "(user:Person)-[r:RATED]->(item:Movie)", "weight",
                        "CASE WHEN r.rating < 3.5 THEN 0 ELSE 1 END"));
        assertThat(best.get("features").asMap())
                .isEqualTo(Map.of("items", Map.of("genres", "[(item)-[:IN_GENRE]->(c:Genre) | c.name]")));
        assertThat(best.get("via").isNull()).isTrue();
        assertThat(best.get("relationshipCount").asLong()).isEqualTo(120);
    }

    @Test
    void hostileNamesAreQuotedInTheCall() {
        rows("""
                UNWIND range(0, 19) AS n CREATE (u:$($user)), (i:$($item)), (u)-[:$($type)]->(i), (u)-[:`}`]->(i)
                SET u[$key] = n, i.`ü愛` = 'x' + n""", "user", "Kunde's \"\\`", "item", "Wa\nre}) //", "type",
                "k\\u0027auft", "key", "k\\'ey");
        String call = rows("CALL gnnrec.schema()").get(0).get("call").asString();
        assertThat(rows(call.replaceFirst("}\\)$", ", epochs: 1})")).get(0).get("relationshipCount").asLong())
                .isEqualTo(40);
    }

    @Test
    void anEmptyDatabaseHasNoRowsAndTheErrorSaysWhatToCreate() {
        assertThat(rows("CALL gnnrec.schema()")).isEmpty();
        assertThatThrownBy(() -> rows("CALL gnnrec.train()")).hasMessageContaining("There are no nodes to train on")
                .hasMessageContaining("CREATE (:User {id: 'u1'})-[:LIKES]->(:Item {id: 'i1'})");
    }
}
