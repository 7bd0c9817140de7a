package org.gnnrec.lab.index;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.Latency;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.index.IndexReport.Ground;
import org.gnnrec.lab.index.IndexReport.Measured;
import org.gnnrec.lab.index.IndexReport.Size;
import org.gnnrec.lab.program.Machine;
import org.gnnrec.lab.program.RunOptions;
import org.gnnrec.lab.server.RunningServer;
import org.neo4j.driver.Session;

/** One run: load, train, ask the index and {@code gnnrec.recommend} for the same users. Says on a writer what it is at. */
final class IndexRun {
    private final Dataset dataset;
    private final Map<String, Object> config;
    private final List<HnswSettings> others;
    private final int asked;
    private final RunOptions options;
    private final PrintWriter log;

    /** @param others parameters of more indexes to measure */
    IndexRun(Dataset dataset, Map<String, Object> config, List<HnswSettings> others, int asked, RunOptions options,
            PrintWriter log) {
        this.dataset = dataset;
        this.config = config;
        this.others = others;
        this.asked = asked;
        this.options = options;
        this.log = log;
    }

    IndexReport run() {
        try (RunningServer running = RunningServer
                .start(server -> server.withHeap(options.heap()).withVectorApi(true));
                GnnRecClient client = new GnnRecClient(running.server().driver());
                Session session = running.server().driver().session()) {
            say("load " + dataset.interactionCount() + " interactions");
            DatasetLoader.load(dataset, running.server().driver());
            say("train " + training());
            TrainingOutcome model = client.train(training());
            return measure(client, new VectorQueries(session), model);
        }
    }

    private IndexReport measure(GnnRecClient client, VectorQueries queries, TrainingOutcome model) {
        List<Object> indexed = queries.indexedItems();
        say("ask gnnrec.recommend and for scans");
        Wanted wanted = Wanted.of(drawn(usersWithItems()), drawn(indexed), client, queries);
        List<Measured> measured = new ArrayList<>(List.of(wanted.measure(queries)));
        for (HnswSettings other : others) {
            say("make the index anew with " + other);
            queries.replaceIndex(other, (long) model.configuration().get("embeddingDimension"));
            measured.add(wanted.measure(queries));
        }
        return new IndexReport(
                new Size(dataset.name(), dataset.userIds().size(), dataset.items().size(), indexed.size(),
                        dataset.interactionCount()),
                measured, Latency.of(wanted.recommended().millis()).p50Millis(),
                new Ground(options.seed(), model.configuration(), client.version(), Machine.cpu()));
    }

    /** Users of whom a recommendation is more than popular items. */
    private List<Object> usersWithItems() {
        return IntStream.range(0, dataset.userIds().size())
                .filter(user -> IntStream.range(0, Part.values().length)
                        .anyMatch(part -> dataset.part(Part.values()[part]).degree(user) > 0))
                .mapToObj(dataset.userIds()::get).toList();
    }

    private List<Object> drawn(List<Object> ids) {
        List<Object> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(options.seed()));
        return shuffled.subList(0, Math.min(asked, shuffled.size()));
    }

    /** Ten epochs of one hop, with nothing left to choose; the configuration wins. */
    private Map<String, Object> training() {
        Map<String, Object> training = new LinkedHashMap<>(Map.of("epochs", 10, "layers", 1, "temperature", 0.15,
                "negativePopularity", 1.0, "validationFraction", 0.0, "randomSeed", options.seed()));
        training.putAll(config);
        return training;
    }

    private void say(String what) {
        log.println("index: " + what);
        log.flush();
    }
}
