package org.gnnrec.lab.endure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;

/** Queries on one server, each in a session and a transaction of its own. Thread-safe as its driver is. */
record Cypher(Driver driver) {
    /** The rows of a query, its parameters in pairs of name and value. */
    List<Record> rows(String query, Object... parameters) {
        return rows(query, TransactionConfig.empty(), map(parameters));
    }

    List<Record> rows(String query, TransactionConfig config, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(query, parameters, config).list();
        }
    }

    /** The only value of the only row, a whole number. */
    long count(String query, Object... parameters) {
        return rows(query, parameters).get(0).get(0).asLong();
    }

    /** The first column. */
    List<Object> column(String query, Object... parameters) {
        return rows(query, parameters).stream().map(row -> row.get(0).asObject()).toList();
    }

    private static Map<String, Object> map(Object... parameters) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put((String) parameters[i], parameters[i + 1]);
        }
        return map;
    }
}
