package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.server.SharedServer.Queries.rows;

import java.nio.file.Path;

import org.gnnrec.data.DatasetLoader;
import org.gnnrec.data.SampleGenerator;
import org.gnnrec.server.Neo4jServer;
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
            assertThat(server.debugLog()).doesNotContain("Failed to load");
        }
    }
}
