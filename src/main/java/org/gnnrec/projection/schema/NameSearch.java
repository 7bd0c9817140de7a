package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.graphdb.Node;

/** Finds the property that names the nodes read so far: a text on each of them. */
final class NameSearch {
    private static final List<String> NAMES = List.of("name", "title", "label", "caption", "value", "id", "code");
    /** Longer texts are descriptions. */
    private static final int LONGEST_TEXT = 200;

    private final Map<String, Integer> texts = new HashMap<>();
    private int nodes;

    void add(Node node) {
        nodes++;
        node.getAllProperties().forEach((property, value) -> {
            if (value instanceof String text && text.length() <= LONGEST_TEXT) {
                texts.merge(property, 1, Integer::sum);
            }
        });
    }

    /** The one whose last word is surest to name something, of several the shortest; null if there is none. */
    String found() {
        return texts.keySet().stream().filter(property -> texts.get(property) == nodes)
                .filter(CypherName::isWritable)
                .min(Comparator.comparingInt(NameSearch::rank).thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static int rank(String property) {
        Set<String> last = Set.copyOf(Words.last(property));
        int rank = 0;
        while (rank < NAMES.size() && !last.contains(NAMES.get(rank))) {
            rank++;
        }
        return rank;
    }
}
