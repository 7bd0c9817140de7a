package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;

import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.data.ShopLoader;
import org.gnnrec.lab.server.Neo4jServer;
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

    private static void train(Neo4jServer server, String modelName, String keys) {
        rows(server.driver(), "CALL gnnrec.train({modelName: $name, userLabel: 'Customer', userIdProperty: 'email', "
                + "itemLabel: 'Product', itemIdProperty: 'sku', relationshipWeights: {ADDED: 3, BOUGHT: 5}, "
                + "relationshipWeightProperty: 'quantity', timestampProperty: 'at', halfLife: 90, epochs: 2, layers: 1, "
                + "temperature: 0.2, negativePopularity: 0.5, " + keys + "})", "name", modelName);
    }
}
