package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.gnnrec.testing.Page;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DegreesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void quantilesAreOfTheNearestRank() {
        long[] upTo200 = LongStream.rangeClosed(1, 200).map(n -> 201 - n).toArray();
        assertThat(Degrees.of(upTo200, false)).isEqualTo(new Degrees(1, 100, 180, 198, 200, false));
        assertThat(Degrees.of(new long[]{ 7 }, true)).isEqualTo(new Degrees(7, 7, 7, 7, 7, true));
        assertThat(Degrees.of(new long[0], false).max()).isZero();
    }

    @Test
    void ofATypeThatLeadsElsewhereTooOnlyTheOtherLabelCounts() {
        NEO4J.run("CREATE (u:User {id: 1}), (:User {id: 2})-[:LIKES]->(:Page) "
                + "FOREACH (n IN range(1, 20) | CREATE (u)-[:LIKES]->(:Item {id: n}), (u)-[:LIKES]->(:Page))");
        assertThat(users()).isEqualTo(new Degrees(0, 0, 20, 20, 20, false));
    }

    @Test
    void ofManyNodesAPartIsRead() {
        NEO4J.run("CREATE (i:Item {id: 1}) WITH i UNWIND range(1, 2000) AS n CREATE (:User {id: n})-[:LIKES]->(i)");
        assertThat(users().isSampled()).isFalse();
        NEO4J.run("CREATE (:User {id: 0})");
        assertThat(users().isSampled()).isTrue();
    }

    @Test
    void aHubIsReadInPartAndScaledUp() {
        NEO4J.run("CREATE (u:User {id: 1}) "
                + "FOREACH (n IN range(1, 300) | CREATE (u)-[:LIKES]->(:Item {id: n}), (u)-[:LIKES]->(:Page))");
        Degrees users = users();
        assertThat(users.isSampled()).isTrue();
        assertThat(users.max()).isBetween(240L, 360L);
    }

    private static Degrees users() {
        return NEO4J.in(tx -> new GraphSchema(tx, () -> {}).candidates()).stream()
                .filter(candidate -> candidate.itemLabel().equals("Item")).findFirst().orElseThrow().userDegrees();
    }
}
