package org.gnnrec.lab.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gnnrec.lab.client.Latency;
import org.gnnrec.lab.data.ImportFiles;
import org.gnnrec.lab.data.PowerLawGraph;
import org.gnnrec.lab.endure.SoakReport.Sample;
import org.gnnrec.lab.program.Machine;
import org.gnnrec.lab.server.FolderSize;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;
import org.neo4j.driver.Driver;

/** One run: a power-law graph, three models, then load from six threads and a look every fifteen seconds. */
final class SoakRun {
    private static final long SAMPLE_SECONDS = 15;
    private static final int READERS = 4;
    private static final long TRAIN_SECONDS = 180;

    private final Plan plan;
    private final Violations violations;
    private final SoakWorld world = SoakWorld.beginning();
    private final SoakTally tally = new SoakTally();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** What was asked for. */
    record Plan(int minutes, long seed, String heap, Map<String, Object> config) {
        long seconds() {
            return minutes * 60L;
        }

        /** Three minutes, or a sixth of a short run. */
        long trainSeconds() {
            return Math.min(TRAIN_SECONDS, seconds() / 6);
        }
    }

    SoakRun(Plan plan, Violations violations) {
        this.plan = plan;
        this.violations = violations;
    }

    SoakReport run() throws InterruptedException, IOException {
        Path folder = Files.createTempDirectory("gnnrec-soak");
        try {
            ImportFiles files = ImportFiles.write(
                    new PowerLawGraph(SoakWorld.USERS, SoakWorld.ITEMS, SoakWorld.LIKES, plan.seed()), folder);
            violations.say("import " + files.relationships() + " relationships and start the server");
            try (RunningServer running = RunningServer.start(server -> server.withHeap(plan.heap())
                    .withVectorApi(true).withTemporaryFolder().withImport(files.arguments()))) {
                return load(running.server());
            }
        } finally {
            RunningServer.delete(folder);
        }
    }

    private SoakReport load(Neo4jServer server) throws InterruptedException, IOException {
        Cypher cypher = new Cypher(server.driver());
        cypher.rows("CREATE CONSTRAINT FOR (u:User) REQUIRE u.id IS UNIQUE");
        cypher.rows("CREATE CONSTRAINT FOR (i:Item) REQUIRE i.id IS UNIQUE");
        cypher.rows("CALL db.awaitIndexes(120)");
        SplittableRandom random = new SplittableRandom(plan.seed());
        SoakTrainer trainer = new SoakTrainer(cypher, world, tally, violations, random.split(), plan.config(),
                plan.trainSeconds(), busy);
        SoakWorld.MODELS.forEach(trainer::train);
        List<Sample> samples;
        try (SoakLoad load = new SoakLoad(violations)) {
            startClients(load, server.driver(), random);
            load.start(trainer);
            samples = watch(server);
        }
        List<GrowthRule.Point> idle = samples.stream().filter(sample -> !sample.busy()).map(Sample::point).toList();
        violations.addAll(GrowthRule.of((double) plan.seconds()).broken(idle));
        return new SoakReport(plan.minutes(), samples, tally.counts(), plan.heap(), plan.seed(), Machine.cpu(),
                violations.all());
    }

    private void startClients(SoakLoad load, Driver driver, SplittableRandom random) {
        for (int reader = 0; reader < READERS; reader++) {
            load.start(new SoakReader(driver, world, tally, violations, random.split()));
        }
        load.start(new SoakWriter(driver, world, tally, violations, random.split()));
    }

    private List<Sample> watch(Neo4jServer server) throws InterruptedException, IOException {
        List<Sample> samples = new ArrayList<>();
        long start = System.nanoTime();
        for (double now = 0; now < plan.seconds() && server.isAlive(); now = (System.nanoTime() - start) / 1e9) {
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
            samples.add(sample(server, (System.nanoTime() - start) / 1e9));
            violations.say(samples.get(samples.size() - 1).toString());
        }
        violations.require(server.isAlive(), "the server ended by itself");
        return samples;
    }

    private Sample sample(Neo4jServer server, double seconds) throws InterruptedException, IOException {
        boolean before = busy.get();
        double[] millis = tally.takeMillis();
        Latency latency = millis.length == 0 ? new Latency(0, 0) : Latency.of(millis);
        Resources resources = Resources.of(server);
        return new Sample(seconds, before || busy.get(), resources,
                FolderSize.bytes(server.home().resolve("data/databases")), millis.length, latency.p50Millis(),
                latency.p99Millis(), violations.all().size());
    }
}
