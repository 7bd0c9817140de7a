package org.gnnrec.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Cypher over Bolt in one call. */
public final class Queries {
    private Queries() {}

    /** The rows of a query, its parameters in pairs of name and value. */
    public static List<Record> rows(Driver driver, String query, Object... parameters) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put((String) parameters[i], parameters[i + 1]);
        }
        try (Session session = driver.session()) {
            return session.run(query, map).list();
        }
    }
}
