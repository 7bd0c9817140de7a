package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelProfileTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: n, movieId: n, name: 'x' + n               | id
            imdbId: n, movieId: n, name: 'x' + n           | movieId
            movie_id: n, aId: n                            | movie_id
            title: 'x' + n, name: 'x' + n, uuid: 'x' + n   | uuid
            title: 'x' + n, name: 'x' + n, sku: 'x' + n    | sku
            title: 'x' + n, length: n                      | title
            length: n                                      | length
            id: toFloat(n) / 7, name: 'x' + n              | name
            id: toFloat(n), name: 'x' + n                  | id
            id: date() + duration({days: n}), name: n      | name
            id: [n], name: n                               | name
            id: 7, name: n                                 | name
            id: [n, n + 0.0, 3][n % 3], name: 'x' + n      | name
            id: CASE n WHEN 5 THEN null ELSE n END, name: n | name
            """)
    void theIdIsOnEveryNodeAndUniqueAndBestNamed(String properties, String id) {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Movie {" + properties + "})");
        assertThat(profile("Movie").idProperty()).isEqualTo(id);
    }

    @Test
    void aConstraintIsSurerThanAName() {
        NEO4J.run("CREATE CONSTRAINT FOR (m:Movie) REQUIRE m.title IS UNIQUE");
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Movie {id: n, title: 'x' + n})");
        assertThat(profile("Movie").idProperty()).isEqualTo("title");
    }

    @Test
    void aConstraintOnSeveralPropertiesSaysNothingOfOne() {
        NEO4J.run("CREATE CONSTRAINT FOR (m:Movie) REQUIRE (m.title, m.year) IS UNIQUE");
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Movie {id: n, title: 'x' + n, year: n})");
        assertThat(profile("Movie").idProperty()).isEqualTo("id");
    }

    @Test
    void anIndexDecidesBetweenNamesThatSayTheSame() {
        NEO4J.run("CREATE INDEX FOR (m:Movie) ON (m.tmdbId)");
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Movie {imdbId: n, tmdbId: n})");
        assertThat(profile("Movie").idProperty()).isEqualTo("tmdbId");
    }

    @Test
    void whereNothingFitsThereIsNoId() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:Movie {year: n % 3}), (:Blank)");
        assertThat(profile("Movie").idProperty()).isNull();
        assertThat(profile("Blank").idProperty()).isNull();
    }

    @Test
    void otherLabelsOfTheNodesAreSeen() {
        NEO4J.run("CREATE (:Movie:Film), (:Movie:Classic), (:Book)");
        assertThat(profile("Movie").labels()).containsExactlyInAnyOrder("Movie", "Film", "Classic");
    }

    private static LabelProfile profile(String label) {
        return NEO4J.in(tx -> LabelProfile.of(tx,
                NodeSample.of(tx, label, new StoreCounts(tx).nodes(label), () -> {})));
    }
}
