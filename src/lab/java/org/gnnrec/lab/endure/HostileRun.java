package org.gnnrec.lab.endure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;
import org.neo4j.driver.exceptions.Neo4jException;

/** One run: a small graph, two good models, then calls that mean harm and models that are damaged, all by a seed. */
final class HostileRun {
    /** One of so many calls is a round of damage, which makes about twenty calls. */
    private static final int DAMAGE_EVERY = 8;
    private static final int SAID_EVERY = 25;
    private static final int SETTLE_SECONDS = 10;

    private final Plan plan;
    private final Violations violations;
    private final SplittableRandom random;

    /** What was asked for. */
    record Plan(int calls, long seed, String heap, Map<String, Object> config) {}

    HostileRun(Plan plan, Violations violations) {
        this.plan = plan;
        this.violations = violations;
        this.random = new SplittableRandom(plan.seed());
    }

    HostileReport run() throws InterruptedException, IOException {
        violations.say("start the server and train " + SmallShop.GOOD);
        try (RunningServer running = RunningServer
                .start(server -> server.withHeap(plan.heap()).withTemporaryFolder())) {
            return attack(running.server());
        }
    }

    private HostileReport attack(Neo4jServer server) throws InterruptedException, IOException {
        HostileClient client = new HostileClient(server, violations);
        Cypher cypher = client.cypher();
        SmallShop.create(cypher);
        GoodModels good = GoodModels.train(cypher, plan.config(), violations);
        DamageRound damage = new DamageRound(client, good, violations, random, plan.config());
        warmUp(cypher);
        Resting before = Resting.of(server, cypher);
        violations.say("before: " + before.resources().summary());
        sendAll(client, good, damage, before.census());
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        violations.require(server.isAlive(), "the server ended by itself");
        Resting after = Resting.of(server, cypher);
        violations.addAll(before.changes(after));
        return new HostileReport(client.answers(), damage.damages(), good.calls(), client.slowestMillis(),
                before.resources(), after.resources(), plan.heap(), plan.seed(), violations.all());
    }

    /** Loads what the first call of each kind loads: classes, native libraries, plans of queries. */
    private void warmUp(Cypher cypher) {
        for (int kind = 0; kind < SmallShop.kinds(); kind++) {
            cypher.rows("CALL gnnrec.train($config)", "config",
                    SmallShop.training(HostileCalls.VICTIM, kind, plan.config()));
            cypher.rows("CALL gnnrec.communities({modelName: $model, communityCount: 3})", "model",
                    HostileCalls.VICTIM);
            cypher.rows("CALL gnnrec.evaluate({modelName: $model, testRelationshipTypes: 'VIEWED'})", "model",
                    HostileCalls.VICTIM);
        }
        cypher.rows("CALL gnnrec.model.drop($model)", "model", HostileCalls.VICTIM);
    }

    private void sendAll(HostileClient client, GoodModels good, DamageRound damage, Census census) {
        HostileCalls calls = new HostileCalls(random);
        long sent = 0;
        for (int turn = 1; sent < plan.calls(); turn++) {
            if (turn % DAMAGE_EVERY == 0) {
                damage.run();
            } else {
                sendOne(client, calls.next(), good, census);
            }
            sent = client.answers().values().stream().mapToLong(Long::longValue).sum();
            if (turn % SAID_EVERY == 0) {
                violations.say(sent + " calls of " + plan.calls() + " answered " + client.answers());
            }
        }
    }

    /** Communities need the model that they may write to. */
    private void sendOne(HostileClient client, HostileCall call, GoodModels good, Census census) {
        if (call.query().contains("communities")) {
            client.mustSucceed("train", new HostileCall("CALL gnnrec.train($config)",
                    Map.of("config", SmallShop.training(HostileCalls.VICTIM, 0, plan.config())), true));
        }
        client.send(call);
        good.check(call.toString());
        if (call.writes()) {
            dropOthers(client.cypher(), call);
            violations.addAll(census.differences(Census.of(client.cypher())).stream().map(one -> one + " after " + call)
                    .toList());
        }
    }

    private void dropOthers(Cypher cypher, HostileCall call) {
        try {
            List<String> others = ListedModels.of(cypher).names().stream()
                    .filter(name -> !SmallShop.GOOD.contains(name)).toList();
            others.forEach(name -> cypher.rows("CALL gnnrec.model.drop($model)", "model", name));
        } catch (Neo4jException e) {
            violations.add("drop after " + call + ": " + e.getMessage());
        }
    }
}
