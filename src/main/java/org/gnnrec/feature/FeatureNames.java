package org.gnnrec.feature;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.source.NodeValues;

/**
 * The values of nodes that features are made of.
 *
 * @param anywhere the properties to take on whichever side has them; at least one side must
 * @param users the values that users must have
 * @param items the values that items must have
 */
public record FeatureNames(List<String> anywhere, NodeValues users, NodeValues items) {

    public static final FeatureNames NONE = new FeatureNames(List.of(), NodeValues.NONE, NodeValues.NONE);

    public FeatureNames {
        anywhere = List.copyOf(anywhere);
    }

    public boolean isEmpty() {
        return anywhere.isEmpty() && users.isEmpty() && items.isEmpty();
    }

    /** All values that users may have. */
    public NodeValues ofUsers() {
        return joined(users);
    }

    /** All values that items may have. */
    public NodeValues ofItems() {
        return joined(items);
    }

    private NodeValues joined(NodeValues side) {
        return new NodeValues(Stream.concat(anywhere.stream(), side.names().stream()).distinct().toList(),
                side.expressions());
    }
}
