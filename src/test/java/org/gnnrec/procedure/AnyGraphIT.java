package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** Graphs of films and of music as they are, each trained by one call; even people like even things. */
class AnyGraphIT {
    @BeforeEach
    @AfterEach
    void clear() {
        SharedServer.clear();
    }

    @Test
    void filmsAndSeriesWithRatings() {
        rows("UNWIND range(0, 59) AS n CREATE (:Person {name: 'p' + n})");
        rows("UNWIND range(0, 29) AS n CREATE (:Film {title: 'f' + n, parity: n % 2})");
        rows("UNWIND range(0, 29) AS n CREATE (:Series {title: 's' + n, parity: n % 2})");
        rows("MATCH (f:Film {title: 'f0'}) SET f:Series");
        rows("MATCH (p:Person {name: 'p0'}), (f:Film {title: 'f1'}) CREATE (p)-[:DIRECTED]->(f)");
        rows("""
                MATCH (p:Person), (i:Film|Series)
                WITH p, i, toInteger(substring(p.name, 1)) AS u, toInteger(substring(i.title, 1)) AS n
                WHERE (u + n) % 2 = 0 AND (u * 7 + n * 3) % 5 < 2
                CREATE (p)-[:RATED {stars: 3.0 + n % 3, at: date('2020-01-01') + duration({days: n})}]->(i)""");

        Record trained = rows("""
                CALL gnnrec.train({userLabel: 'Person', userIdProperty: 'name', itemLabel: ['Film', 'Series'],
                    itemIdProperty: 'title', relationshipTypes: 'RATED', relationshipWeightProperty: 'stars',
                    timestampProperty: 'at', halfLife: 30, epochs: 30})""").get(0);

        assertThat(trained.get("itemCount").asLong()).isEqualTo(60);
        assertThat(shareOfTheirKind("MATCH (u:Person) WITH u, toInteger(substring(u.name, 1)) % 2 AS kind"))
                .isGreaterThan(.95);
        assertThat(rows("MATCH (n:Film|Series) WHERE size(n.gnnrec_default) <> 64 OR n.gnnrec_default_index IS NULL "
                + "RETURN n")).isEmpty();
        assertThat(rows("SHOW INDEXES YIELD type, labelsOrTypes, name WHERE type = 'VECTOR' RETURN name ORDER BY name"))
                .extracting(row -> row.get("name").asString())
                .containsExactly("gnnrec_default_index_Film", "gnnrec_default_index_Series");
        assertThat(rows(
                "CALL gnnrec.communities({communityCount: 2, writeProperty: 'taste'}) YIELD size, nodePropertiesWritten "
                        + "RETURN sum(size) AS items, max(nodePropertiesWritten) AS written")
                .get(0).asMap())
                .isEqualTo(Map.of("items", 60L, "written", 60L));
        rows("CALL gnnrec.model.drop('default')");
        assertThat(rows("SHOW INDEXES YIELD type WHERE type = 'VECTOR'")).isEmpty();
        assertThat(rows("MATCH (n) WHERE n.gnnrec_default IS NOT NULL OR n.gnnrec_default_index IS NOT NULL "
                + "OR n.taste IS NOT NULL RETURN n"))
                .isEmpty();
    }

    @Test
    void tracksWithPlaysFromTheTracksSide() {
        rows("UNWIND range(0, 59) AS n CREATE (:Listener {nick: n})");
        rows("UNWIND range(0, 99) AS n CREATE (:Track {isrc: 't' + n, parity: n % 2})-[:BY]->(:Artist {id: n})");
        rows("""
                MATCH (l:Listener), (t:Track) WITH l, t, toInteger(substring(t.isrc, 1)) AS n
                WHERE (l.nick + n) % 2 = 0 AND (l.nick * 3 + n * 7) % 5 < 2
                CREATE (t)-[:PLAYED_BY {plays: 1 + (l.nick * 5 + n * 4) % 9,
                    last: localdatetime('2026-05-01T10:00') - duration({hours: (l.nick * 7 + n * 5) % 40})}]->(l)
                CREATE (l)-[:FOLLOWS]->(:Artist {id: -n})""");

        rows("""
                CALL gnnrec.train({userLabel: 'Listener', userIdProperty: 'nick', itemLabel: 'Track', itemIdProperty: 'isrc',
                    relationshipWeightProperty: 'plays', timestampProperty: 'last', halfLife: duration('PT12H'), epochs: 30})""");

        assertThat(shareOfTheirKind("MATCH (u:Listener) WITH u, u.nick % 2 AS kind")).isGreaterThan(.95);
    }

    /** Of the five best items of all users, by chance a half. */
    private static double shareOfTheirKind(String users) {
        Record row = rows(users + " CALL gnnrec.recommend(u, 5) YIELD item, basis "
                + "RETURN count(*) AS count, avg(CASE item.parity WHEN kind THEN 1.0 ELSE 0.0 END) AS share, collect(DISTINCT basis) AS bases")
                .get(0);
        assertThat(row.get("count").asLong()).isEqualTo(300);
        assertThat(row.get("bases").asList()).isEqualTo(List.of("trained"));
        return row.get("share").asDouble();
    }
}
