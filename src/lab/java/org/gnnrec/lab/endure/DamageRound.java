package org.gnnrec.lab.endure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains a model, damages what is stored of it, asks for it in every way, drops it and trains it again. */
final class DamageRound {
    private static final String VICTIM = HostileCalls.VICTIM;
    private static final List<String> ASKS = List.of("CALL gnnrec.recommend('u1', 5, {modelName: $model})",
            "CALL gnnrec.recommend('u2', 1000, {modelName: $model})",
            "MATCH (u:User) CALL gnnrec.recommend(u, 3, {modelName: $model}) YIELD itemId RETURN count(*)",
            "CALL gnnrec.explain('u1', 'i1', {modelName: $model})", "CALL gnnrec.evaluate({modelName: $model})",
            "CALL gnnrec.evaluate({modelName: $model, testRelationshipTypes: 'VIEWED'})",
            "CALL gnnrec.communities({modelName: $model, communityCount: 3})",
            "MATCH (n:User|Item) RETURN count(gnnrec.embedding(n, $model))", "CALL gnnrec.model.list($model)",
            "CALL gnnrec.model.exists($model)", "CALL gnnrec.recommend('u1', 5, {modelName: 'no' + $model})",
            "CALL gnnrec.train({modelName: $model + '2', modelType: 'nosuch'})");
    private static final HostileCall DROP = new HostileCall("CALL gnnrec.model.drop($model)", Map.of("model", VICTIM),
            true);
    private static final String WARM = "CALL gnnrec.train({modelName: $model, warmStart: true, epochs: 1})";

    private final HostileClient client;
    private final GoodModels good;
    private final Violations violations;
    private final SplittableRandom random;
    private final Map<String, Object> config;
    private final Map<Damage.Kind, Long> damages = new EnumMap<>(Damage.Kind.class);

    DamageRound(HostileClient client, GoodModels good, Violations violations, SplittableRandom random,
            Map<String, Object> config) {
        this.client = client;
        this.good = good;
        this.violations = violations;
        this.random = random;
        this.config = config;
    }

    void run() {
        int kind = random.nextInt(SmallShop.kinds());
        if (!train(kind, "a new model")) {
            return;
        }
        if (random.nextInt(4) == 0) {
            ask(ASKS.get(0));
        }
        StoredVictim victim = StoredVictim.find(client.cypher(), VICTIM);
        Damage damage = victim.damage(random);
        damages.merge(damage.kind(), 1L, Long::sum);
        String what = damage + " in model kind " + kind;
        violations.say(what);
        askForIt(what);
        heal(victim, damage, kind, what);
    }

    private void askForIt(String what) {
        int before = violations.all().size();
        ASKS.forEach(this::ask);
        good.checkListed(what);
        good.check(what);
        if (random.nextInt(3) == 0) {
            ask(WARM);
        }
        if (violations.all().size() > before) {
            violations.say("the above came after " + what);
        }
    }

    private void ask(String query) {
        client.send(new HostileCall(query, Map.of("model", VICTIM), false));
    }

    /** A model that lost its name or state is none to drop. What a failed call leaves is removed for the rounds after it. */
    private void heal(StoredVictim victim, Damage damage, int kind, String what) {
        boolean dropped = damage.hides() ? client.send(DROP).kind() == Answer.Kind.ROWS : drop("drop after " + what);
        if (!dropped) {
            victim.remove();
        }
        boolean healed = train(kind, what) && client.mustSucceed("recommend after " + what,
                new HostileCall(ASKS.get(0), Map.of("model", VICTIM), false));
        violations.addAll(new Traces(client.cypher()).debris().stream().map(one -> one + " after " + what).toList());
        if (!healed || !drop("second drop after " + what)) {
            victim.remove();
        }
    }

    private boolean drop(String what) {
        return client.mustSucceed(what, DROP);
    }

    private boolean train(int kind, String what) {
        return client.mustSucceed("train after " + what, new HostileCall("CALL gnnrec.train($config)",
                new HashMap<>(Map.of("config", SmallShop.training(VICTIM, kind, config))), true));
    }

    Map<Damage.Kind, Long> damages() {
        return new EnumMap<>(damages);
    }
}
