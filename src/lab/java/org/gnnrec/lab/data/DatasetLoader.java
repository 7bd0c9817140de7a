package org.gnnrec.lab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Writes a data set into an empty database: {@code (:User {id})}, {@code (:Item {id, title, genres, year})}, and between them
 * TRAIN, VALID and TEST relationships; ids unique by constraint. One session, batches of about {@value #BATCH} rows in a
 * transaction each: two sessions would wait for each other's locks on popular items.
 */
public final class DatasetLoader {
    private static final int BATCH = 20_000;
    private static final String LIKES = """
            UNWIND $rows AS row
            MATCH (u:User {id: row[0]})
            UNWIND row[1] AS item
            MATCH (i:Item {id: item})
            CREATE (u)-[:%s]->(i)""";

    private final Session session;

    private DatasetLoader(Session session) {
        this.session = session;
    }

    /** What was written, and the wall time of it all. */
    public record Loaded(int users, int items, int relationships, long millis) {}

    /** Fails on the constraint if a user or an item of the data is there already. */
    public static Loaded load(Dataset data, Driver driver) {
        long start = System.nanoTime();
        try (Session session = driver.session()) {
            DatasetLoader loader = new DatasetLoader(session);
            loader.createConstraints();
            loader.createNodes(data);
            for (Part part : Part.values()) {
                loader.createRelationships(data, part);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Loaded(data.userIds().size(), data.items().size(), data.interactionCount(), millis);
    }

    private void createConstraints() {
        session.run("CREATE CONSTRAINT user_id IF NOT EXISTS FOR (u:User) REQUIRE u.id IS UNIQUE").consume();
        session.run("CREATE CONSTRAINT item_id IF NOT EXISTS FOR (i:Item) REQUIRE i.id IS UNIQUE").consume();
        session.run("CALL db.awaitIndexes(60)").consume();
    }

    private void createNodes(Dataset data) {
        writeBatches("UNWIND $rows AS id CREATE (:User {id: id})", data.userIds());
        List<Map<String, Object>> items = data.items().stream().map(Item::properties).toList();
        writeBatches("UNWIND $rows AS row CREATE (i:Item) SET i = row", items);
    }

    private void writeBatches(String query, List<?> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            write(query, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** A row is a user with all their items: one look-up of the user, not one for each relationship. */
    private void createRelationships(Dataset data, Part part) {
        Interactions interactions = data.part(part);
        List<List<Object>> rows = new ArrayList<>();
        int pending = 0;
        for (int user = 0; user < interactions.userCount(); user++) {
            if (interactions.degree(user) > 0) {
                rows.add(List.of(data.userIds().get(user), itemIds(data, interactions.itemsOf(user))));
                pending += interactions.degree(user);
            }
            if (pending >= BATCH) {
                write(LIKES.formatted(part), rows);
                rows.clear();
                pending = 0;
            }
        }
        write(LIKES.formatted(part), rows);
    }

    private static List<Object> itemIds(Dataset data, int[] items) {
        return Arrays.stream(items).mapToObj(item -> data.items().get(item).id()).toList();
    }

    private void write(String query, List<?> rows) {
        session.executeWriteWithoutResult(tx -> tx.run(query, Map.of("rows", rows)).consume());
    }
}
