package org.gnnrec.source;

import java.util.List;

/** The nodes on one side of the graph: nodes with any of these labels, named by their id property. */
public record NodeKind(List<String> labels, String idProperty) {
    public NodeKind {
        labels = List.copyOf(labels);
    }

    /** True where a node may be of both kinds. */
    public boolean sharesLabel(NodeKind other) {
        return labels.stream().anyMatch(other.labels::contains);
    }

    /** The name in messages: {@code Film|Series}, as in a Cypher pattern. */
    public String name() {
        return String.join("|", labels);
    }
}
