package org.gnnrec.lab.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.Latency;
import org.gnnrec.lab.client.ProgressWatcher;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.ImportFiles;
import org.gnnrec.lab.data.PowerLawGraph;
import org.gnnrec.lab.program.Machine;
import org.gnnrec.lab.scale.ScaleReport.Ground;
import org.gnnrec.lab.scale.ScaleReport.Memory;
import org.gnnrec.lab.scale.ScaleReport.Size;
import org.gnnrec.lab.scale.ScaleReport.Times;
import org.gnnrec.lab.server.FolderSize;
import org.gnnrec.lab.server.LiveHeap;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;
import org.gnnrec.lab.server.ServerLauncher;

/** One run: make a graph, import it into a fresh server, estimate, train. Says on a writer what it is at. */
final class ScaleRun {
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);

    private final PowerLawGraph graph;
    private final boolean orders;
    private final Map<String, Object> config;
    private final String heap;
    private final String pageCache;
    private final PrintWriter log;

    ScaleRun(PowerLawGraph graph, boolean orders, Map<String, Object> config, String heap, String pageCache,
            PrintWriter log) {
        this.graph = graph;
        this.orders = orders;
        this.config = config;
        this.heap = heap;
        this.pageCache = pageCache;
        this.log = log;
    }

    private record Timed<T>(T value, long millis) {
        static <T> Timed<T> of(Callable<T> work) throws Exception {
            long start = System.nanoTime();
            T value = work.call();
            return new Timed<>(value, (System.nanoTime() - start) / 1_000_000);
        }
    }

    ScaleReport run() throws Exception {
        Path folder = Files.createTempDirectory("gnnrec-scale");
        try {
            say("generate " + graph);
            Timed<ImportFiles> files = Timed.of(() -> write(folder));
            say("import " + files.value().relationships() + " relationships");
            Timed<RunningServer> running = Timed
                    .of(() -> RunningServer.start(server -> settings(server, files.value())));
            try (RunningServer server = running.value();
                    GnnRecClient client = new GnnRecClient(server.server().driver())) {
                return measure(server.server(), client, files, running.millis());
            }
        } finally {
            RunningServer.delete(folder);
        }
    }

    private ImportFiles write(Path folder) throws IOException {
        return orders ? ImportFiles.writeOrders(graph, folder) : ImportFiles.write(graph, folder);
    }

    private void settings(ServerLauncher server, ImportFiles files) {
        server.withHeap(heap).withVectorApi(true).withConf("server.memory.pagecache.size", pageCache)
                .withImport(files.arguments());
    }

    private ScaleReport measure(Neo4jServer server, GnnRecClient client, Timed<ImportFiles> files, long importMillis)
            throws Exception {
        long imported = FolderSize.bytes(server.home().resolve("data/databases"));
        say("estimate");
        Timed<Long> estimated = Timed.of(() -> client.estimate(training()));
        LiveHeap live = new LiveHeap(server.pid());
        TrainingOutcome model = train(server, client, live);
        TrainingOutcome.Times times = model.times();
        say("recommend");
        Latency latency = Latency.measure(client, users(), model.modelName(), graph.seed());
        return new ScaleReport(
                new Size(graph.users(), graph.items(), files.value().relationships(), model.ranEpochs(),
                        model.nodePropertiesWritten()),
                new Times(files.millis(), importMillis, estimated.millis(), times.projectMillis(), times.trainMillis(),
                        times.writeMillis(), latency.p50Millis(), latency.p99Millis()),
                new Memory(heap, pageCache, estimated.value(), live.largest(), imported,
                        FolderSize.bytes(server.home().resolve("data/databases")),
                        FolderSize.bytes(server.home().resolve("data/transactions"))),
                new Ground(graph.seed(), model.configuration(), client.version(), Machine.cpu()));
    }

    private List<Object> users() {
        return LongStream.range(0, graph.users()).boxed().map(Object.class::cast).toList();
    }

    private TrainingOutcome train(Neo4jServer server, GnnRecClient client, LiveHeap live) {
        say("train " + training());
        try (ProgressWatcher progress = new ProgressWatcher(server.driver(), PROGRESS_INTERVAL,
                at -> say(at.phase() + " " + at.done() + "/" + at.total() + " " + at.detail())); live) {
            live.watch();
            return client.train(training());
        }
    }

    /** One epoch of one hop, with nothing left to choose; the configuration wins. */
    private Map<String, Object> training() {
        Map<String, Object> training = new LinkedHashMap<>(Map.of("epochs", 1, "layers", 1, "temperature", 0.15,
                "negativePopularity", 1.0, "validationFraction", 0.0, "randomSeed", graph.seed()));
        if (orders) {
            training.put("interactions", "(user:User)-[:PLACED]->(:Order)-[:CONTAINS]->(item:Item)");
        }
        training.putAll(config);
        return training;
    }

    private void say(String what) {
        log.println("scale: " + what);
        log.flush();
    }
}
