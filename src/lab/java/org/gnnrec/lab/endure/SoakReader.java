package org.gnnrec.lab.endure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gnnrec.lab.client.GnnRecClient;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** A client that asks for recommendations, with a pause after each. */
record SoakReader(Driver driver, SoakWorld world, SoakTally tally, Violations violations, SplittableRandom random)
        implements
            SoakLoad.Worker {

    private static final long PAUSE_MILLIS = 40;
    private static final int K = 20;

    @Override
    public void work(SoakLoad load) throws InterruptedException {
        try (GnnRecClient client = new GnnRecClient(driver)) {
            while (load.goesOn()) {
                ask(client);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void ask(GnnRecClient client) {
        List<String> served = List.copyOf(world.served());
        if (served.isEmpty()) {
            return;
        }
        String model = served.get(random.nextInt(served.size()));
        long user = world.users().any(random);
        try {
            long start = System.nanoTime();
            int rows = client.recommend(user, K, model).size();
            tally.waited((System.nanoTime() - start) / 1e6);
            tally.count("recommend");
            violations.require(rows == K, "recommend of " + model + " gave user " + user + " " + rows + " rows");
        } catch (Neo4jException e) {
            judge(model, user, e);
        }
    }

    /** An answer that says what another thread did meanwhile is a right one; it is counted. */
    private void judge(String model, long user, Neo4jException e) {
        if (world.users().isGone(user) && Answer.of(e).isRight()) {
            tally.count("recommend to a user deleted meanwhile");
        } else if (!world.served().contains(model) && e.getMessage().contains("there is no model")) {
            tally.count("recommend of a model dropped meanwhile");
        } else {
            violations.add("recommend of " + model + " to user " + user + ": " + e.getMessage());
        }
    }
}
