package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedGdsServer.rows;

import java.util.List;

import org.gnnrec.testing.Checkerboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;

/** {@code gnnrec.embeddings.mutate}: the algorithms of GDS run on the embeddings of a model. */
class EmbeddingsIT {
    private static final int NODES = Checkerboard.USERS + Checkerboard.ITEMS;
    private static final String VALUES = "CALL gds.graph.nodeProperty.stream('g', 'gnnrec_default', [$label]) "
            + "YIELD nodeId, propertyValue WITH gds.util.asNode(nodeId) AS n, propertyValue AS value ";

    @BeforeAll
    static void train() {
        rows("CREATE (:Genre {size: 1})");
        rows("CALL gnnrec.train({layers: 2, temperature: 0.15, negativePopularity: 0, epochs: 3})");
        rows("CALL gds.graph.project('genres', 'Genre', '*')");
        rows("CALL gds.graph.generate('generated', 10, 2)");
        rows("MATCH (n:User|Item) RETURN gds.graph.project('all', n, null)");
    }

    @AfterAll
    static void cleanUp() {
        rows("CALL gds.graph.list() YIELD graphName CALL gds.graph.drop(graphName) YIELD nodeCount RETURN nodeCount");
        rows("CALL gnnrec.model.drop('default')");
        rows("MATCH (n:Genre) DELETE n");
    }

    @BeforeEach
    void project() {
        rows("CALL gds.graph.drop('g', false)");
        rows("CALL gds.graph.project('g', {User: {}, Item: {}, Genre: {properties: 'size'}}, '*')");
    }

    @Test
    void givesEveryNodeOfTheModelItsEmbedding() {
        Record row = mutate();
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(NODES);
        assertThat(row.get("nodesWithoutEmbedding").asLong()).isZero();
        assertThat(row.get("mutateProperty").asString()).isEqualTo("gnnrec_default");
        assertThat(rows(VALUES + "WHERE value = n.gnnrec_default RETURN n", "label", "Item"))
                .hasSize(Checkerboard.ITEMS);
        assertThat(
                rows(VALUES + "WHERE all(d IN range(0, 63) WHERE abs(value[d] - n.gnnrec_default[d]) < 1e-6) RETURN n",
                        "label", "User"))
                .hasSize(Checkerboard.USERS);
    }

    @Test
    void nearestNeighborsAreThoseOfTheCosine() {
        mutate();
        List<Record> found = rows("""
                CALL gds.knn.stream('g', {nodeLabels: ['Item'], nodeProperties: 'gnnrec_default', topK: 79})
                YIELD node1, node2, similarity
                WITH gds.util.asNode(node1) AS a, gds.util.asNode(node2) AS b, similarity ORDER BY similarity DESC
                WITH a, collect(b.id)[0] AS nearest, max(similarity) AS similarity ORDER BY a.id
                RETURN a.id AS item, nearest, toInteger(round(similarity * 1e4)) AS rounded""");
        assertThat(found).hasSize(Checkerboard.ITEMS).isEqualTo(rows("""
                MATCH (a:Item), (b:Item) WHERE a <> b
                WITH a, b, vector.similarity.cosine(a.gnnrec_default, b.gnnrec_default) AS similarity
                ORDER BY similarity DESC
                WITH a, collect(b.id)[0] AS nearest, max(similarity) AS similarity ORDER BY a.id
                RETURN a.id AS item, nearest, toInteger(round(similarity * 1e4)) AS rounded"""));
    }

    @Test
    void algorithmsOfOtherKindsRunOnIt() {
        mutate();
        assertThat(rows("""
                CALL gds.knn.filtered.stream('g', {nodeLabels: ['User', 'Item'], nodeProperties: 'gnnrec_default',
                    topK: 3, sourceNodeFilter: 'User', targetNodeFilter: 'Item', seedTargetNodes: true,
                    concurrency: 1, randomSeed: 1})
                YIELD node1, node2 WITH gds.util.asNode(node1) AS u, gds.util.asNode(node2) AS i
                WHERE u:User AND i:Item AND u.id % 2 = i.id % 2
                WITH u, count(DISTINCT i) AS ofTheirKind WHERE ofTheirKind >= 3 RETURN u"""))
                .hasSize(Checkerboard.USERS);
        assertThat(rows("CALL gds.kmeans.stream('g', {nodeLabels: ['Item'], nodeProperty: 'gnnrec_default', k: 2})"))
                .hasSize(Checkerboard.ITEMS);
    }

    @Test
    void leavesNodesThatTheModelDoesNotKnowWithoutOne() {
        rows("CREATE (:Item {id: 'new'})");
        rows("MATCH (i:Item {id: 7}) SET i.id = 'another'");
        project();
        Record row = mutate();
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(NODES - 1);
        assertThat(row.get("nodesWithoutEmbedding").asLong()).isEqualTo(2);
        assertThat(rows(VALUES + "WHERE value IS NULL RETURN n.id AS id ORDER BY id", "label", "Item"))
                .extracting(unknown -> unknown.get("id").asString()).containsExactly("another", "new");
        assertThatThrownBy(() -> rows(
                "CALL gds.knn.stream('g', {nodeLabels: ['Item'], nodeProperties: 'gnnrec_default'})"))
                .hasMessageContaining("Missing `List of Float` node property `gnnrec_default`");
        rows("MATCH (i:Item {id: 'another'}) SET i.id = 7");
        assertThatTheKnownOnesCanBeProjected();
        rows("MATCH (i:Item {id: 'new'}) DELETE i");
    }

    /** As docs/serving.md has it. */
    private static void assertThatTheKnownOnesCanBeProjected() {
        rows("MATCH (n:Item) WHERE n.gnnrec_default IS NOT NULL "
                + "RETURN gds.graph.project('known', n, null, {sourceNodeLabels: labels(n), targetNodeLabels: null})");
        Record row = rows("CALL gnnrec.embeddings.mutate('known')").get(0);
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(Checkerboard.ITEMS);
        assertThat(row.get("nodesWithoutEmbedding").asLong()).isZero();
        assertThat(rows("CALL gds.knn.stream('known', {nodeProperties: 'gnnrec_default', topK: 1})"))
                .hasSize(Checkerboard.ITEMS);
    }

    @Test
    void takesAGraphWithoutLabels() {
        Record row = rows("CALL gnnrec.embeddings.mutate('all', {mutateProperty: 'taste'})").get(0);
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(NODES);
        assertThat(rows("CALL gds.kmeans.stream('all', {nodeProperty: 'taste', k: 2})")).hasSize(NODES);
    }

    @Test
    void givesOneSideAlone() {
        Record row = rows("CALL gnnrec.embeddings.mutate('g', {of: 'user'})").get(0);
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(Checkerboard.USERS);
        assertThat(rows(VALUES + "WHERE value IS NOT NULL RETURN n", "label", "User")).hasSize(Checkerboard.USERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'h'                               | there is no GDS graph 'h' of user 'neo4j' in database 'neo4j'. Project it first
            null                              | graphName must be the name of a GDS graph but was null
            'genres'                          | GDS graph 'genres' has no node that model 'default' knows. Project its labels, User or Item
            'generated'                       | GDS graph 'generated' was not projected from database 'neo4j'
            'g', {mutateProperty: 'size'}     | GDS graph 'g' already has a node property 'size'. Drop it (CALL gds.graph.nodeProperties.drop('g', ['size'])), or name another
            'g', {mutateProperty: ' taste'}   | mutateProperty must be a text without white space around it but was ' taste'
            'g', {modelName: 'defualt'}       | there is no model 'defualt' (did you mean 'default'?)
            'g', {modelVersion: 7}            | model 'default' has no version 7
            'g', {of: 'node'}                 | of must be 'user' or 'item' but was 'node'
            'g', {mutateProp: 'taste'}        | unknown configuration key 'mutateProp' (did you mean 'mutateProperty'?)
            """)
    void saysWhatIsWrongAndLeavesTheGraphAsItIs(String arguments, String message) {
        assertThatThrownBy(() -> rows("CALL gnnrec.embeddings.mutate(" + arguments + ")"))
                .hasMessageContaining(message);
        assertThat(rows("CALL gds.graph.list('g') YIELD schema WITH schema.nodes AS nodes "
                + "UNWIND keys(nodes) AS label UNWIND keys(nodes[label]) AS key RETURN key"))
                .extracting(row -> row.get("key").asString()).containsExactly("size");
    }

    private static Record mutate() {
        return rows("CALL gnnrec.embeddings.mutate('g')").get(0);
    }
}
