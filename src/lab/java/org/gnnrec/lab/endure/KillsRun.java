package org.gnnrec.lab.endure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.endure.KilledWork.Chosen;
import org.gnnrec.lab.endure.KilledWork.Work;
import org.gnnrec.lab.endure.KillsReport.Kill;
import org.gnnrec.lab.server.RunningServer;
import org.neo4j.driver.exceptions.Neo4jException;

/** One run: a sample, two models, kills in the middle of work, and after each restart a look at everything. */
final class KillsRun {
    private final Plan plan;
    private final Violations violations;
    private final KilledWork works;
    private final List<Kill> kills = new ArrayList<>();
    private final AtomicLong recommendations = new AtomicLong();

    /** What was asked for. */
    record Plan(int times, long seed, String heap, Map<String, Object> config) {}

    KillsRun(Plan plan, Violations violations) {
        this.plan = plan;
        this.violations = violations;
        this.works = new KilledWork(plan.seed());
    }

    KillsReport run() throws InterruptedException {
        violations.say("start the server and load the sample");
        try (RunningServer running = RunningServer.start(server -> server.withHeap(plan.heap()))) {
            DatasetLoader.load(SampleGenerator.generate(plan.seed()), running.server().driver());
            Census census = Census.of(cypher(running));
            List<Object> indexes = new Traces(cypher(running)).indexes();
            for (String model : KilledWork.MODELS) {
                work(cypher(running), new Chosen(Work.TRAIN, model, 0));
                work(cypher(running), new Chosen(Work.COMMUNITIES, model, 0));
            }
            for (int time = 1; time <= plan.times(); time++) {
                killOnce(running, time, census);
            }
            dropAll(cypher(running), census, indexes);
        }
        return new KillsReport(kills, recommendations.get(), plan.seed(), plan.heap(), violations.all());
    }

    private static Cypher cypher(RunningServer running) {
        return new Cypher(running.server().driver());
    }

    private void killOnce(RunningServer running, int time, Census census) throws InterruptedException {
        Chosen chosen = works.next();
        ServedLists before = ServedLists.of(cypher(running));
        boolean ended = workAndKill(running, chosen, plan.seed() + time);
        long start = System.nanoTime();
        running.restart();
        long restartMillis = millisSince(start);
        kills.add(new Kill(chosen.work(), chosen.model(), chosen.killMillis(), ended, restartMillis));
        violations.say(time + "/" + plan.times() + " killed " + chosen.killMillis() + " ms into " + chosen.work()
                + " of "
                + chosen.model() + (ended ? ", which had ended" : "") + "; up again in " + restartMillis + " ms");
        try {
            check(cypher(running), chosen, before, census);
        } catch (Neo4jException e) {
            violations.add("after a kill in " + chosen + ": " + e.getMessage());
        }
    }

    private boolean workAndKill(RunningServer running, Chosen chosen, long seed) throws InterruptedException {
        Cypher cypher = cypher(running);
        try (BesideTraffic traffic = new BesideTraffic(cypher, violations, recommendations, seed)) {
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> work(cypher, chosen));
            TimeUnit.MILLISECONDS.sleep(chosen.killMillis());
            boolean ended = work.isDone();
            traffic.expectTheEnd();
            running.kill();
            await(work, chosen, ended);
            return ended;
        }
    }

    private void work(Cypher cypher, Chosen chosen) {
        long start = System.nanoTime();
        chosen.run(cypher, plan.config());
        works.took(chosen.work(), millisSince(start));
    }

    /** Work that the kill ends fails; work that ended before the kill may not have failed. */
    private void await(CompletableFuture<Void> work, Chosen chosen, boolean ended) {
        try {
            work.join();
        } catch (CompletionException e) {
            violations.require(!ended, chosen + " failed before the kill: " + e.getCause());
        }
    }

    private void check(Cypher cypher, Chosen chosen, ServedLists before, Census census) {
        violations.addAll(before.violationsAfter(chosen, ServedLists.of(cypher)));
        violations.addAll(census.differences(Census.of(cypher)));
        Traces traces = new Traces(cypher);
        for (String model : KilledWork.MODELS) {
            KilledWork.train(cypher, model, plan.config());
            violations.addAll(traces.gapsOf(model));
        }
        violations.addAll(traces.debris());
        violations.addAll(census.differences(Census.of(cypher)));
    }

    private void dropAll(Cypher cypher, Census census, List<Object> indexes) {
        violations.say("drop all models");
        KilledWork.MODELS.forEach(model -> cypher.rows("CALL gnnrec.model.drop($model)", "model", model));
        violations.addAll(new Traces(cypher).left(indexes));
        violations.addAll(census.differences(Census.of(cypher)));
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
