package org.gnnrec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import org.gnnrec.lab.server.Neo4jServer;
import org.neo4j.driver.Record;

/**
 * One server with GDS and the {@link Checkerboard}, for integration tests that leave both as they are. It keeps what has
 * ended in {@code gds.listProgress} for a while.
 */
public final class SharedGdsServer {
    private static final Neo4jServer SERVER = start();

    private SharedGdsServer() {}

    /** The rows of a query, its parameters in pairs of name and value. */
    public static List<Record> rows(String query, Object... parameters) {
        return Queries.rows(SERVER.driver(), query, parameters);
    }

    private static Neo4jServer start() {
        try {
            Neo4jServer server = Neo4jServer.at(Files.createTempDirectory("gnnrec-gds-it")).withGds()
                    .withConf("dbms.security.procedures.unrestricted", "gds.*")
                    .withConf("gds.progress_tracking_retention_period", "10m").start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Checkerboard.load(server.driver());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
