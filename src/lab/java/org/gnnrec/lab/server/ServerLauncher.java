package org.gnnrec.lab.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lays out a server's home and starts it: {@code plugins/*} first on the class path, the password set, and the JVM
 * flags that Neo4j's own configuration has.
 */
public final class ServerLauncher {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String TEMPORARY = "tmp";
    private static final String PASSWORD = "gnnrec-loopback";
    private static final List<String> NEO4J_JVM_FLAGS = List.of("-XX:+UseG1GC", "-XX:-OmitStackTraceInFastThrow",
            "-XX:+UnlockExperimentalVMOptions", "-XX:+TrustFinalNonStaticFields", "-XX:+DisableExplicitGC",
            "-Djdk.nio.maxCachedBufferSize=1024", "-Dio.netty.tryReflectionSetAccessible=true",
            "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Path home;
    private final Path build = Path.of(System.getProperty("gnnrec.build", "target"));
    private Path jar = Path.of(System.getProperty("gnnrec.jar", "target/gnnrec.jar"));
    private final List<Path> others = new ArrayList<>();
    private boolean gds;
    private int boltPort;
    private String heap = "1g";
    private final List<String> flags = new ArrayList<>();
    private List<String> imported = List.of();
    private final Map<String, String> conf = new TreeMap<>(Map.of("server.default_listen_address", "127.0.0.1",
            "server.http.listen_address", "127.0.0.1:0", "server.directories.import", "import",
            "server.memory.pagecache.size",
            "256m",
            "dbms.usage_report.enabled", "false"));

    ServerLauncher(Path home) {
        this.home = home.toAbsolutePath();
    }

    /** With the open source edition of GDS among the plugins. */
    public ServerLauncher withGds() {
        gds = true;
        return this;
    }

    /** With or without the JVM's Vector API module, which Neo4j leaves out by default. */
    public ServerLauncher withVectorApi(boolean on) {
        return on ? withJvmFlag("--add-modules=jdk.incubator.vector") : this;
    }

    public ServerLauncher withJvmFlag(String flag) {
        flags.add(flag);
        return this;
    }

    /** With the folder {@code tmp} of the home as {@code java.io.tmpdir}, so that the server's temporary files are told from others. */
    public ServerLauncher withTemporaryFolder() {
        return withJvmFlag("-Djava.io.tmpdir=" + home.resolve(TEMPORARY));
    }

    /** The largest heap, in the JVM's words: 512m, 4g. */
    public ServerLauncher withHeap(String size) {
        heap = size;
        return this;
    }

    public ServerLauncher withConf(String key, String value) {
        conf.put(key, value);
        return this;
    }

    /** A fixed port for Bolt; without this a free one is taken. */
    public ServerLauncher withBoltPort(int port) {
        boltPort = port;
        return this;
    }

    public ServerLauncher withJar(Path plugin) {
        jar = plugin;
        return this;
    }

    /** Another plugin beside ours. */
    public ServerLauncher withPlugin(Path plugin) {
        others.add(plugin);
        return this;
    }

    /** Fills the database of a new home first, by what stands behind {@code neo4j-admin database import full neo4j}. */
    public ServerLauncher withImport(List<String> arguments) {
        imported = arguments;
        return this;
    }

    /** Starts the server and returns when it answers. */
    public Neo4jServer start() {
        try {
            int port = boltPort == 0 ? freePort() : boltPort;
            withConf("server.bolt.listen_address", "127.0.0.1:" + port);
            boolean fresh = layOut();
            if (fresh) {
                prepare();
            }
            Process process = java(serverArguments()).start();
            ServerLog log = ServerLog.of(process);
            log.awaitStart(process, START_LIMIT);
            return new Neo4jServer(process, home, log, port, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean layOut() throws IOException {
        boolean fresh = !Files.exists(home.resolve("data"));
        for (String folder : List.of("conf", "plugins", "data", "logs", "lib", "import", TEMPORARY)) {
            Files.createDirectories(home.resolve(folder));
        }
        StringBuilder text = new StringBuilder();
        conf.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(home.resolve("conf/neo4j.conf"), text);
        installPlugins();
        return fresh;
    }

    private void installPlugins() throws IOException {
        try (Stream<Path> old = Files.list(home.resolve("plugins"))) {
            for (Path plugin : old.toList()) {
                Files.delete(plugin);
            }
        }
        install(jar);
        for (Path other : others) {
            install(other);
        }
        if (gds) {
            try (Stream<Path> jars = Files.list(build.resolve("gds"))) {
                for (Path plugin : jars.toList()) {
                    install(plugin);
                }
            }
        }
    }

    private void install(Path plugin) throws IOException {
        Files.createSymbolicLink(home.resolve("plugins").resolve(plugin.getFileName()), plugin.toAbsolutePath());
    }

    private void prepare() throws IOException, InterruptedException {
        admin(List.of("dbms", "set-initial-password", PASSWORD));
        if (!imported.isEmpty()) {
            admin(Stream.concat(Stream.of("database", "import", "full", "neo4j"), imported.stream()).toList());
        }
    }

    private void admin(List<String> command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-Xmx" + heap));
        arguments.addAll(NEO4J_JVM_FLAGS);
        arguments.addAll(List.of("-cp", classPath(), "org.neo4j.cli.AdminTool"));
        arguments.addAll(command);
        Process process = java(arguments).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("neo4j-admin " + String.join(" ", command) + " failed:\n" + output);
        }
    }

    private List<String> serverArguments() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Xms256m", "-Xmx" + heap));
        arguments.addAll(NEO4J_JVM_FLAGS);
        if (Runtime.version().feature() >= 23) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(flags);
        arguments.addAll(List.of("-cp", classPath(), "org.neo4j.server.Neo4jCommunity", "--home-dir=" + home,
                "--config-dir=" + home.resolve("conf"), "--console-mode"));
        return arguments;
    }

    private String classPath() throws IOException {
        return String.join(File.pathSeparator, home.resolve("plugins") + "/*", home.resolve("conf") + "/*",
                Files.readString(build.resolve("server.classpath")).strip());
    }

    private ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().putAll(Map.of("NEO4J_HOME", home.toString(), "NEO4J_CONF", home + "/conf"));
        return builder;
    }
}
