package org.gnnrec.lab.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A real server in a temporary home, stopped and its home deleted at the end, also when this JVM is told to end. */
public final class RunningServer implements AutoCloseable {
    // Kept here: a logger that nobody holds forgets its level.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.neo4j.driver");

    private final Path home;
    private final ServerLauncher launcher;
    private Neo4jServer server;
    private final Thread hook = new Thread(this::stop, "gnnrec-stop");
    private boolean stopped;

    private RunningServer(Path home, ServerLauncher launcher) {
        this.home = home;
        this.launcher = launcher;
        this.server = launcher.start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server as told. */
    public static RunningServer start(Consumer<ServerLauncher> settings) {
        DRIVER_LOG.setLevel(Level.WARNING);
        Path home = temporaryHome();
        ServerLauncher launcher = Neo4jServer.at(home);
        settings.accept(launcher);
        return new RunningServer(home, launcher);
    }

    /** The process that runs now. */
    public synchronized Neo4jServer server() {
        return server;
    }

    /** Ends the process at once, as a power cut would. */
    public synchronized void kill() {
        server.kill();
    }

    /** Starts another process on the same home, after {@link #kill}. */
    public synchronized void restart() {
        if (!stopped) {
            server = launcher.start();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void stop() {
        if (!stopped) {
            stopped = true;
            server.close();
            delete(home);
        }
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("gnnrec-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
