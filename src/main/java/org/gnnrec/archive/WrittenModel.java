package org.gnnrec.archive;

import java.util.List;
import org.gnnrec.source.NodeKind;

/**
 * What a version of a model wrote to the nodes of the graph.
 *
 * @param copy of the embeddings of users and items
 * @param communityProperties the properties of items that hold its communities
 */
public record WrittenModel(String modelName, NodeKind users, NodeKind items, PropertyCopy copy,
        List<String> communityProperties) {
    /** True if users and items are the nodes of these labels. */
    public boolean hasLabels(List<String> userLabels, List<String> itemLabels) {
        return users.labels().equals(userLabels) && items.labels().equals(itemLabels);
    }

    /** True if the other version's embeddings are copied to the same nodes under the same name. */
    public boolean sharesCopyWith(WrittenModel other) {
        return copy.property().equals(other.copy.property())
                && hasLabels(other.users.labels(), other.items.labels());
    }
}
