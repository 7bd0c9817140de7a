package org.gnnrec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.gnnrec.lab.server.Neo4jServer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** One server for all integration tests that need no other; started with the first and stopped with the JVM. */
public final class SharedServer {
    private static final Neo4jServer SERVER = start();

    private SharedServer() {}

    public static Driver driver() {
        return SERVER.driver();
    }

    public static Neo4jServer server() {
        return SERVER;
    }

    /** The rows of a query, its parameters in pairs of name and value. */
    public static List<Record> rows(String query, Object... parameters) {
        return Queries.rows(driver(), query, parameters);
    }

    /** An empty database: no model, no node, no index of ours. */
    public static void clear() {
        rows("CALL gnnrec.model.list() YIELD modelName CALL gnnrec.model.exists(modelName) YIELD exists RETURN modelName")
                .forEach(row -> rows("CALL gnnrec.model.drop($name)", "name", row.get("modelName").asString()));
        rows("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    }

    /** An empty database, then the {@link Checkerboard}. */
    public static void loadCheckerboard() {
        clear();
        Checkerboard.load(driver());
    }

    private static Neo4jServer start() {
        try {
            Path home = Files.createTempDirectory("gnnrec-it");
            Neo4jServer server = Neo4jServer.at(home).withVectorApi(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
