package org.gnnrec.projection.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two labels with all connections between them, in either direction, and which of the two is the user. */
record LabelPair(String user, String item, List<Connection> connections) {

    /** One pair for each two different labels that are connected. */
    static List<LabelPair> of(Collection<Connection> connections) {
        Map<List<String>, List<Connection>> byLabels = new LinkedHashMap<>();
        for (Connection connection : connections.stream().filter(any -> !any.isLoop()).toList()) {
            byLabels.computeIfAbsent(labels(connection), labels -> new ArrayList<>()).add(connection);
        }
        return byLabels.entrySet().stream().map(pair -> of(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
                .toList();
    }

    private static List<String> labels(Connection connection) {
        return List.of(connection.start(), connection.end()).stream().sorted().toList();
    }

    private static LabelPair of(String first, String second, List<Connection> connections) {
        int byName = Integer.compare(UserNames.rank(first), UserNames.rank(second));
        boolean isFirst = byName == 0
                ? starting(first, connections) >= starting(second, connections)
                : byName < 0;
        return isFirst ? new LabelPair(first, second, connections) : new LabelPair(second, first, connections);
    }

    private static long starting(String label, List<Connection> connections) {
        return connections.stream().filter(connection -> connection.start().equals(label))
                .mapToLong(Connection::count).sum();
    }

    /** The ways from users to items. */
    List<Path> ways() {
        return connections.stream().map(connection -> Path.of(Step.leaving(user, connection))).toList();
    }

    /** How many relationships each type has, both directions together. */
    Map<String, Long> relationshipCounts() {
        Map<String, Long> counts = new TreeMap<>();
        connections.forEach(connection -> counts.merge(connection.type(), connection.count(), Long::sum));
        return counts;
    }

    /** The types whose count was estimated. */
    List<String> estimatedTypes() {
        return connections.stream().filter(connection -> !connection.isExact()).map(Connection::type).distinct()
                .sorted().toList();
    }
}
