package org.gnnrec.lab.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A real Neo4j community server in a process of its own, on loopback, with the built plugin in its {@code plugins}
 * folder, started from Maven artifacts as the tarball's launcher would start it.
 *
 * <pre>{@code
 * try (Neo4jServer server = Neo4jServer.at(home).withVectorApi(true).start()) {
 *     server.driver().executableQuery("RETURN 1").execute();
 * }
 * }</pre>
 */
public final class Neo4jServer implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path home;
    private final ServerLog log;
    private final int boltPort;
    private final String password;
    private Driver driver;

    Neo4jServer(Process process, Path home, ServerLog log, int boltPort, String password) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.boltPort = boltPort;
        this.password = password;
    }

    /** A server whose data, logs and plugins live in this folder; starting it again there continues on its data. */
    public static ServerLauncher at(Path home) {
        return new ServerLauncher(home);
    }

    public String boltUri() {
        return "bolt://127.0.0.1:" + boltPort;
    }

    public String user() {
        return "neo4j";
    }

    public String password() {
        return password;
    }

    /** One driver for the server's life; closed with it. */
    public synchronized Driver driver() {
        if (driver == null) {
            driver = GraphDatabase.driver(boltUri(), AuthTokens.basic(user(), password));
        }
        return driver;
    }

    public long pid() {
        return process.pid();
    }

    public Path home() {
        return home;
    }

    /** What the server wrote to its console so far. */
    public String console() {
        return log.text();
    }

    /** The server's debug.log so far. */
    public String debugLog() {
        try {
            return Files.readString(home.resolve("logs/debug.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        closeDriver();
        process.destroyForcibly();
        waitFor();
    }

    /** Stops the server in good order (SIGTERM) and waits for it. */
    @Override
    public void close() {
        closeDriver();
        process.destroy();
        waitFor();
    }

    private synchronized void closeDriver() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
    }

    private void waitFor() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop within " + STOP_LIMIT + ":\n" + log.text());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
