package org.gnnrec.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;

/** The plugin on a real server: it installs without a word in the logs, with and without GDS. */
class InstallIT {
    @TempDir
    Path home;

    @Test
    void installsBesideGdsOnTheVectorApi() {
        try (Neo4jServer server = Neo4jServer.at(home).withGds().withVectorApi(true).start()) {
            Record version = version(server);
            assertThat(version.get("gds").asString()).startsWith("2.");
            assertQuiet(server);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void installsAlone(boolean vectorApi) {
        try (Neo4jServer server = Neo4jServer.at(home).withVectorApi(vectorApi).start()) {
            Record version = version(server);
            assertThat(version.get("gds").isNull()).isTrue();
            assertQuiet(server);
        }
    }

    private static void assertQuiet(Neo4jServer server) {
        assertThat(server.debugLog()).doesNotContain("Failed to load");
        assertThat(server.debugLog().lines().filter(line -> line.matches(".*\"level\":\"(WARN|ERROR)\".*gnnrec.*")))
                .isEmpty();
    }

    private static Record version(Neo4jServer server) {
        return server.driver().executableQuery("CALL gnnrec.version()").execute().records().get(0);
    }
}
