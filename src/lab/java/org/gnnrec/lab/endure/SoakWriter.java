package org.gnnrec.lab.endure;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** A client that writes likes, users and items, and deletes as many. A transaction that meets a lock is tried again. */
record SoakWriter(Driver driver, SoakWorld world, SoakTally tally, Violations violations, SplittableRandom random)
        implements
            SoakLoad.Worker {

    private static final long PAUSE_MILLIS = 50;
    private static final int LIKES_OF_A_NEW_NODE = 6;
    private static final String LIKE = "MATCH (u:User {id: $user}), (i:Item {id: $item}) MERGE (u)-[:LIKES]->(i)";
    private static final String UNLIKE = "MATCH (:User {id: $user})-[r:LIKES]->() WITH r LIMIT 1 DELETE r";
    private static final String NEW_USER = """
            CREATE (u:User {id: $user}) WITH u UNWIND $likes AS item MATCH (i:Item {id: item}) CREATE (u)-[:LIKES]->(i)""";
    private static final String NEW_ITEM = """
            CREATE (i:Item {id: $item}) WITH i UNWIND $likes AS user MATCH (u:User {id: user}) CREATE (u)-[:LIKES]->(i)""";
    private static final String DELETE_USER = "MATCH (u:User {id: $user}) DETACH DELETE u";
    private static final String DELETE_ITEM = "MATCH (i:Item {id: $item}) DETACH DELETE i";

    @Override
    public void work(SoakLoad load) throws InterruptedException {
        try (Session session = driver.session()) {
            while (load.goesOn()) {
                writeOne(session);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void writeOne(Session session) {
        switch (random.nextInt(10)) {
            case 0 -> bear(session, "new user", NEW_USER, "user", world.users(), world.items());
            case 1 -> bear(session, "new item", NEW_ITEM, "item", world.items(), world.users());
            case 2 -> kill(session, "user deleted", DELETE_USER, "user", world.users());
            case 3 -> kill(session, "item deleted", DELETE_ITEM, "item", world.items());
            case 4, 5 -> write(session, "like deleted", UNLIKE, Map.of("user", world.users().any(random)));
            default -> write(session, "new like", LIKE,
                    Map.of("user", world.users().any(random), "item", world.items().any(random)));
        }
    }

    private void bear(Session session, String what, String query, String side, LivingIds ids, LivingIds others) {
        long[] likes = LongStream.generate(() -> others.any(random)).distinct().limit(LIKES_OF_A_NEW_NODE).toArray();
        if (write(session, what, query, Map.of(side, ids.unborn(), "likes", likes))) {
            ids.born();
        }
    }

    private void kill(Session session, String what, String query, String side, LivingIds ids) {
        long id = ids.any(random);
        ids.dying(id);
        write(session, what, query, Map.of(side, id));
    }

    private boolean write(Session session, String what, String query, Map<String, Object> parameters) {
        try {
            session.executeWriteWithoutResult(tx -> {
                tally.count("transaction begun to write");
                tx.run(query, parameters).consume();
            });
            tally.count(what);
            return true;
        } catch (Neo4jException e) {
            violations.add(what + " " + parameters + ": " + e.getMessage());
            return false;
        }
    }
}
