package org.gnnrec.testing;

import static org.gnnrec.testing.Queries.rows;

import org.neo4j.driver.Driver;

/** A small shop: even users like even items, odd ones odd, each 12 of 40 of their kind, all deterministic. */
public final class Checkerboard {
    public static final int USERS = 200;
    public static final int ITEMS = 80;

    private Checkerboard() {}

    /** 200 users and 80 items with ids from 0. */
    public static void load(Driver driver) {
        rows(driver, "UNWIND range(0, 199) AS id CREATE (:User {id: id})");
        rows(driver, "UNWIND range(0, 79) AS id CREATE (:Item {id: id})");
        rows(driver, """
                MATCH (u:User) UNWIND range(0, 11) AS n
                WITH u, (u.id % 2 + 2 * ((u.id / 2 * 7 + n * 3) % 40)) AS itemId
                MATCH (i:Item {id: itemId}) MERGE (u)-[:LIKES]->(i)""");
    }
}
