package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;

/** {@code gnnrec.communities} on a shop of four genres, whose users each stay within one. */
class CommunitiesIT {
    private static final String TRAIN = "CALL gnnrec.train({epochs: 20, learningRate: 0.01, layers: 3, validationFraction: 0})";
    private static final String[] GENRES = { "Comedy", "Drama", "Horror", "War" };

    @BeforeEach
    void loadAndTrain() {
        SharedServer.clear();
        rows("UNWIND range(1, 100) AS id CREATE (:User {id: id})");
        rows("UNWIND range(0, 79) AS id "
                + "CREATE (:Item {id: id, genre: [$genres[id % 4], 'Film'], title: 'title ' + id, place: 'Oslo'})",
                "genres", List.of(GENRES));
        rows("CREATE (:Item {id: 80, genre: ['Drama'], title: 'never taken'})");
        rows("""
                MATCH (u:User), (i:Item) WHERE i.id % 4 = u.id % 4 AND i.id < 80
                    AND (37 * u.id * i.id + 11 * u.id * u.id + 13 * i.id * i.id) % 101 < 60
                CREATE (u)-[:LIKES]->(i)""");
        rows(TRAIN);
    }

    @Test
    void findsTheGenresAndNamesThem() {
        List<Record> communities = rows("CALL gnnrec.communities()");
        assertThat(communities).hasSize(4).allSatisfy(row -> {
            assertThat(row.get("size").asLong()).isEqualTo(20);
            assertThat(row.get("share").asDouble()).isEqualTo(1);
            assertThat(row.get("overallShare").asDouble()).isEqualTo(0.25);
            assertThat(row.get("name").asString()).isEqualTo("genre: " + row.get("value").asString());
            assertThat(row.get("typical").asList(item -> item.get("genre").get(0).asString())).hasSize(5)
                    .containsOnly(row.get("value").asString());
            assertThat(row.get("itemsLeftOut").asLong()).isEqualTo(1);
            assertThat(row.get("nodePropertiesWritten").asLong()).isZero();
        });
        assertThat(communities).extracting(row -> row.get("value").asString()).containsExactlyInAnyOrder(GENRES);
        assertThat(communities).extracting(row -> row.get("community").asLong()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(rows("CALL gnnrec.communities({concurrency: 3})")).isEqualTo(communities);
    }

    @Test
    void namesByWhatIsAskedForOrNotAtAll() {
        assertThat(rows("CALL gnnrec.communities({nameProperties: ['title', 'place'], communityCount: 3})"))
                .extracting(row -> row.get("name").asString())
                .containsExactly("community 0", "community 1", "community 2");
        assertThatThrownBy(() -> rows("CALL gnnrec.communities({nameProperties: 'gerne'})"))
                .hasMessageContaining("has a property 'gerne' (did you mean 'genre'?)");
    }

    @Test
    void namesByCategoriesThatAreNodes() {
        rows("MATCH (i:Item) UNWIND i.genre AS name MERGE (g:Genre {name: name}) CREATE (i)-[:IN_GENRE]->(g)");
        List<Record> byNodes = rows("CALL gnnrec.communities({nameProperties: "
                + "{genre: '[(item)-[:IN_GENRE]->(g) | g.name]'}}) YIELD name, property, value, share, overallShare");
        assertThat(byNodes).isEqualTo(rows("CALL gnnrec.communities({nameProperties: 'genre'}) "
                + "YIELD name, property, value, share, overallShare"));
        assertThat(byNodes).extracting(row -> row.get("value").asString()).isSubsetOf(GENRES);
        assertThat(
                rows("CALL gnnrec.communities({nameProperties: ['place', {first: 'item.genre[0]'}]}) YIELD property"))
                .allSatisfy(row -> assertThat(row.get("property").asString()).isEqualTo("first"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            {genre: 'user.genre'}                  ~ nameProperties.genre must be an expression over item but is over user
            {genre: 'genre'}                       ~ nameProperties.genre must be a Cypher expression
            {genre: 'item.genre) RETURN (1'}       ~ what it did not open
            {genre: 'item.genre +'}                ~ nameProperties.genre: Invalid input
            {genre: '[(item)<--(u) | u]'}          ~ Return a property of it, as in g.name and not g
            {genre: '{a: item}'}                   ~ nameProperties: 'genre' of item
            {genre: '[(item)-[:NOPE]->(g) | g.name]'} ~ nameProperties.genre gives none of the model's 80 items a value: the missing
            """)
    void whatNamesNothingIsRefused(String nameProperties, String message) {
        assertThatThrownBy(() -> rows("CALL gnnrec.communities({nameProperties: " + nameProperties + "})"))
                .hasMessageContaining(message);
    }

    @Test
    void bridgesLeadFromOnePartOfAGenreToAnother() {
        List<Record> bridges = rows("CALL gnnrec.communities({communityCount: 12, bridgingCount: 3}) "
                + "YIELD community, typical, bridging WITH collect({id: community, genre: typical[0].genre[0]}) AS genres, "
                + "collect({from: community, to: bridging}) AS all UNWIND all AS one UNWIND one.to AS bridge "
                + "RETURN bridge.item.genre[0] AS genre, one.from AS from, bridge.community AS to, "
                + "[other IN genres WHERE other.id = bridge.community | other.genre][0] AS otherGenre");
        assertThat(bridges).hasSizeBetween(1, 36).allSatisfy(bridge -> {
            assertThat(bridge.get("to")).isNotEqualTo(bridge.get("from"));
            assertThat(bridge.get("otherGenre")).isEqualTo(bridge.get("genre"));
        });
    }

    @Test
    void writesAgainAfterARetrainingAndIsGoneAfterADrop() {
        assertThat(written("topic")).isEqualTo(80);
        assertThat(rows("MATCH (i:Item) WHERE i.topic IS NOT NULL RETURN i.topic AS topic, "
                + "count(DISTINCT i.genre[0]) AS genres, count(*) AS items"))
                .allSatisfy(row -> assertThat(row.get("genres").asLong()).isEqualTo(1));
        assertThat(written("topic")).isEqualTo(80);

        rows("MATCH (:User)-[like]->(:Item {id: 3}) DELETE like");
        rows(TRAIN);
        assertThat(written("topic")).isEqualTo(79);
        assertThat(carriers("topic")).isEqualTo(79);

        assertThat(written("theme")).isEqualTo(79);
        assertThat(carriers("topic")).isZero();
        rows("CALL gnnrec.model.drop('default')");
        assertThat(carriers("theme")).isZero();
    }

    @Test
    void refusesWhatIsNotItsOwn() {
        rows("MATCH (i:Item {id: 7}) SET i.topic = 'mine'");
        assertThatThrownBy(() -> written("topic")).hasMessageContaining("already have a property 'topic'");
        assertThatThrownBy(() -> written("id")).hasMessageContaining("would overwrite the id property");
        assertThatThrownBy(() -> written("gnnrec_default_index")).hasMessageContaining("embeddings of model 'default'");
        assertThat(rows("MATCH (i:Item) WHERE i.topic IS NOT NULL RETURN i.topic AS topic"))
                .extracting(row -> row.get("topic").asString()).containsExactly("mine");

        written("theme");
        rows("CALL gnnrec.train({modelName: 'other', epochs: 1, validationFraction: 0})");
        assertThatThrownBy(() -> rows("CALL gnnrec.communities({modelName: 'other', writeProperty: 'theme'})"))
                .hasMessageContaining("holds the communities of model 'default'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelName: 'other', writeProperty: 'theme'})"))
                .hasMessageContaining("holds the communities of model 'default'");
    }

    @Test
    void refusesToWriteAmongUncommittedChangesButReads() {
        try (var session = SharedServer.driver().session(); var tx = session.beginTransaction()) {
            tx.run("MATCH (i:Item {id: 0}) DETACH DELETE i").consume();
            assertThat(tx.run("CALL gnnrec.communities() YIELD size RETURN sum(size) AS items").single().get("items")
                    .asLong()).isEqualTo(79);
            assertThatThrownBy(() -> tx.run("CALL gnnrec.communities({writeProperty: 'topic'})").consume())
                    .hasMessageContaining("uncommitted changes");
        }
    }

    private static long written(String property) {
        return rows("CALL gnnrec.communities({writeProperty: $property, communityCount: 4})", "property", property)
                .get(0).get("nodePropertiesWritten").asLong();
    }

    private static long carriers(String property) {
        return rows("MATCH (n) WHERE n[$property] IS NOT NULL RETURN n", "property", property).size();
    }
}
