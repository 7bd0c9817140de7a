package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;

import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.data.ShopLoader;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.testing.Checkerboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on a graph of GDS, on a server that has it. */
class GdsIT {
    @TempDir
    Path home;

    @Test
    void trainsTheSameModelFromAGdsGraphAsFromTheStore() {
        try (Neo4jServer server = Neo4jServer.at(home).withGds().start()) {
            DatasetLoader.load(SampleGenerator.generate(3), server.driver());
            rows(server.driver(),
                    "CALL gds.graph.project('g', ['User', 'Item'], {TRAIN: {orientation: 'UNDIRECTED'}})");
            String keys = "relationshipTypes: ['TRAIN'], epochs: 2, layers: 1, temperature: 0.15, negativePopularity: 0";
            rows(server.driver(), "CALL gnnrec.train({modelName: 'store', " + keys + "})");
            rows(server.driver(), "CALL gnnrec.train({modelName: 'gds', graphName: 'g', " + keys + "})");
            assertThat(rows(server.driver(), "MATCH (n:User|Item) WHERE n.gnnrec_store <> n.gnnrec_gds RETURN n"))
                    .isEmpty();
            assertThat(rows(server.driver(), "MATCH (n:User|Item) WHERE n.gnnrec_gds IS NULL RETURN n")).isEmpty();
            assertThat(rows(server.driver(),
                    "CALL gds.listProgress('', true) YIELD taskName WHERE taskName CONTAINS 'gnnrec' RETURN taskName"))
                    .isEmpty();
            assertThat(server.debugLog()).doesNotContain("Failed to load");
        }
    }

    @Test
    void weightsAndTimesOfAGdsGraphAreThoseOfTheStore() {
        try (Neo4jServer server = Neo4jServer.at(home).withGds().start()) {
            ShopLoader.load(false, 4, server.driver());
            rows(server.driver(), "MATCH ()-[r:VIEWED|ADDED|BOUGHT]->() SET r.at = r.at.epochMillis");
            rows(server.driver(), "MATCH ()-[r:VIEWED]->() WITH r LIMIT 50 REMOVE r.quantity, r.at");
            rows(server.driver(), """
                    CALL gds.graph.project('directed', ['Customer', 'Product'],
                        {VIEWED: {properties: ['at', 'quantity']}, ADDED: {properties: ['quantity', 'at']},
                         BOUGHT: {properties: ['quantity', 'at']}})""");
            rows(server.driver(), """
                    CALL gds.graph.project('undirected', ['Customer', 'Product'],
                        {VIEWED: {orientation: 'UNDIRECTED', properties: ['at', 'quantity']},
                         ADDED: {orientation: 'UNDIRECTED', properties: ['quantity', 'at']},
                         BOUGHT: {orientation: 'UNDIRECTED', properties: ['quantity', 'at']}})""");
            train(server, "store", "testRelationshipTypes: ['BOUGHT_LATER']");
            train(server, "directed", "graphName: 'directed'");
            train(server, "undirected", "graphName: 'undirected'");
            assertThat(rows(server.driver(), "MATCH (n) WHERE n.gnnrec_store IS NOT NULL AND "
                    + "n.gnnrec_store = n.gnnrec_directed AND n.gnnrec_store = n.gnnrec_undirected RETURN n"))
                    .hasSize(800);
        }
    }

    @Test
    void errorsNameTheGdsGraphAndWhatItHas() {
        try (Neo4jServer server = Neo4jServer.at(home).withGds().start()) {
            Checkerboard.load(server.driver());
            rows(server.driver(), "MATCH ()-[r:LIKES]->() SET r.stars = 1, r.at = 1e9, r.w = 1, r.zero = 0");
            rows(server.driver(),
                    "MATCH (u:User), (i:Item) WHERE (u.id + i.id) % 40 = 1 CREATE (u)-[:TEST {w: 1}]->(i)");
            project(server, "{LIKES: {properties: ['stars', 'at', 'zero']}, TEST: {}}");
            String model = "graphName: 'g', epochs: 1, testRelationshipTypes: ['TEST'], createIndexes: false";
            assertRefused(server, "CALL gnnrec.train({relationshipWeightProperty: 'w', " + model + "})",
                    "relationshipWeightProperty: the relationship types [LIKES] of GDS graph 'g' have no property 'w'. "
                            + "Their properties are [at, stars, zero]. Name one of them, or project the graph with");
            assertRefused(server, "CALL gnnrec.train({timestampProperty: 'ats', halfLife: 9, " + model + "})",
                    "timestampProperty: the relationship types [LIKES] of GDS graph 'g' have no property 'ats' (did you "
                            + "mean 'at'?). Their properties are [at, stars, zero]");
            assertRefused(server, "CALL gnnrec.train({relationshipWeightProperty: 'zero', " + model + "})",
                    "relationships between User and Item nodes in GDS graph 'g' are dislikes, because they weigh zero");
            rows(server.driver(), "CALL gnnrec.train({" + model + "})");
            assertThat(rows(server.driver(), "CALL gnnrec.evaluate()")).isNotEmpty();
            project(server, "{LIKES: {}}");
            assertRefused(server, "CALL gnnrec.evaluate()",
                    "model 'default' is measured on GDS graph 'g' as it is now: "
                            + "there is no relationship of type 'TEST' in GDS graph 'g'. It has [LIKES]");
            rows(server.driver(), "MATCH (:User {id: 1})-[r:LIKES]->() WITH r LIMIT 1 DELETE r");
            project(server, "{LIKES: {}, TEST: {}}");
            assertRefused(server, "CALL gnnrec.evaluate()",
                    "GDS graph 'g' has changed since model 'default' was trained");
            rows(server.driver(), "CALL gds.graph.drop('g') YIELD graphName");
            assertRefused(server, "CALL gnnrec.evaluate()",
                    "model 'default' is measured on GDS graph 'g' as it is now: "
                            + "there is no GDS graph 'g' of user");
        }
    }

    private static void project(Neo4jServer server, String types) {
        rows(server.driver(), "CALL gds.graph.drop('g', false) YIELD graphName");
        rows(server.driver(), "CALL gds.graph.project('g', ['User', 'Item'], " + types + ")");
    }

    private static void assertRefused(Neo4jServer server, String call, String message) {
        assertThatThrownBy(() -> rows(server.driver(), call)).hasMessageContaining(message);
    }

    private static void train(Neo4jServer server, String modelName, String keys) {
        rows(server.driver(), "CALL gnnrec.train({modelName: $name, userLabel: 'Customer', userIdProperty: 'email', "
                + "itemLabel: 'Product', itemIdProperty: 'sku', relationshipWeights: {ADDED: 3, BOUGHT: 5}, "
                + "relationshipWeightProperty: 'quantity', timestampProperty: 'at', halfLife: 90, epochs: 2, layers: 1, "
                + "temperature: 0.2, negativePopularity: 0.5, " + keys + "})", "name", modelName);
    }
}
