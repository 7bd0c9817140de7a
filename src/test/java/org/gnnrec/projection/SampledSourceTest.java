package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SampledSourceTest {
    private static final ProjectionConfig CONFIG = new ProjectionConfig(kind("User"), kind("Item"), List.of(),
            List.of(), List.of(), Weighting.NONE, GraphSource.STORE);

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void usersWhomOthersChangeWhileItIsReadDoNotCount() {
        NEO4J.create("User", 0L, 1L, 2L, 3L);
        NEO4J.create("Item", 0L);
        NEO4J.run("MATCH (u:User), (i:Item) CREATE (u)-[:LIKES {w: 1}]->(i)");
        assertThat(unchanged("MATCH (u:User {id: 1})-[r]->() DELETE r")).containsExactly(0, 2, 3);
        assertThat(unchanged("MATCH (u:User {id: 2})-[r]->() SET r.w = 2")).containsExactly(0, 1, 3);
        assertThat(unchanged("MATCH (u:User {id: 3}) DETACH DELETE u")).containsExactly(0, 1, 2);
        assertThat(unchanged("MATCH (i:Item) SET i.name = 'x'")).containsExactly(0, 1, 2);
    }

    @Test
    void ofManyUsersTheSampleIsAThousandAndAlwaysTheSame() {
        NEO4J.run("UNWIND range(0, 2999) AS n CREATE (:User {id: n})");
        NEO4J.run("MATCH (u:User {id: 7}) CREATE (u)-[:LIKES]->(:Item {id: 1})");
        int[] users = unchanged("RETURN 1");
        assertThat(users).hasSize(1_000).isSorted().doesNotHaveDuplicates();
        assertThat(unchanged("RETURN 2")).isEqualTo(users);
    }

    private static int[] unchanged(String meanwhile) {
        return NEO4J.in(tx -> {
            SampledSource source = new SampledSource(tx,
                    new Busy(new StoreRelationships(tx, Weighting.NONE, () -> {}), meanwhile), () -> {});
            new Projector(tx, CONFIG, () -> {}, HeapClaim.UNBOUNDED).load(source);
            return source.unchangedUsers();
        });
    }

    /** A source that another transaction changes the graph beside. */
    private record Busy(RelationshipSource source, String meanwhile) implements RelationshipSource {
        @Override
        public Optional<List<String>> types() {
            return source.types();
        }

        @Override
        public LongPredicate nodes() {
            return source.nodes();
        }

        @Override
        public boolean isWeighted() {
            return source.isWeighted();
        }

        @Override
        public void read(InteractionCollectors collectors) {
            source.read(collectors);
            NEO4J.run(meanwhile);
        }
    }
}
