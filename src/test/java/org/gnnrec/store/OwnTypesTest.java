package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnTypesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aTypeWhoseRelationshipsCarryTheMarkIsOurs() {
        NEO4J.run("UNWIND range(1, 20) AS n CREATE (:User)-[:FOR_YOU {score: 0.5, rank: n, modelVersion: 1}]->(:Item)");
        assertThat(own()).containsExactlyInAnyOrder("RECOMMENDED", "_PART", "FOR_YOU");
    }

    @Test
    void aTypeThatCarriesAPartOfTheMarkOrNotEverywhereIsNot() {
        NEO4J.run("CREATE (:User)-[:RATED {score: 0.5, rank: 1}]->(:Item)");
        NEO4J.run("CREATE (:User)-[:SAW {score: 0.5, rank: 1, modelVersion: 1}]->(:Item), (:User)-[:SAW]->(:Item)");
        assertThat(own()).containsExactlyInAnyOrder("RECOMMENDED", "_PART");
    }

    private static Set<String> own() {
        return NEO4J.in(OwnTypes::in);
    }
}
