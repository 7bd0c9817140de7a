package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Record;

/**
 * The data that users have themselves, counted line by line: without the nodes, properties and vector indexes of gnnrec.
 *
 * @param counts a line names labels, property and value, or the two ends of a relationship, or an index
 */
record Census(Map<String, Long> counts) {
    private static final int SHOWN = 5;
    private static final List<String> QUERIES = List.of("""
            MATCH (n) WHERE NOT n:_GnnRecModel AND NOT n:_GnnRecPart
            UNWIND [key IN keys(n) WHERE NOT key STARTS WITH 'gnnrec'] + [''] AS key
            RETURN labels(n) AS labels, key, n[key] AS value, count(*) AS count""", """
            MATCH (a)-[r]->(b) WHERE type(r) <> '_PART'
            RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties, count(*) AS count""",
            "SHOW CONSTRAINTS YIELD name, type RETURN 'constraint' AS what, name, type, 1 AS count",
            "SHOW USERS YIELD user RETURN 'account' AS what, user, 1 AS count");

    /** Reads everything. O(nodes + relationships). */
    static Census of(Cypher cypher) {
        Stream<Record> rows = QUERIES.stream().flatMap(query -> cypher.rows(query).stream());
        return new Census(rows.collect(Collectors.toMap(Census::line, row -> row.get("count").asLong(), Long::sum)));
    }

    private static String line(Record row) {
        Map<String, Object> parts = new TreeMap<>(row.asMap());
        parts.remove("count");
        return parts.toString();
    }

    /** What another census has otherwise, in words; empty where the two are equal. */
    List<String> differences(Census after) {
        Set<String> lines = new TreeSet<>(counts.keySet());
        lines.addAll(after.counts.keySet());
        List<String> different = lines.stream().filter(line -> count(line) != after.count(line)).toList();
        if (different.isEmpty()) {
            return List.of();
        }
        return List.of("the users' own data changed in " + different.size() + " lines: " + different.stream()
                .limit(SHOWN).map(line -> line + " " + count(line) + " -> " + after.count(line))
                .collect(Collectors.joining("; ")));
    }

    private long count(String line) {
        return counts.getOrDefault(line, 0L);
    }
}
