package org.gnnrec.source;

import java.util.List;

/** Which nodes stand on one side of the graph: those that have any of these labels, named by their id property. */
public record NodeKind(List<String> labels, String idProperty) {
    public NodeKind {
        labels = List.copyOf(labels);
    }

    /** For people: {@code Film|Series}, as in a Cypher pattern. */
    public String name() {
        return String.join("|", labels);
    }
}
