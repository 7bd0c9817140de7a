package org.gnnrec.archive;

import java.util.List;
import java.util.stream.Stream;
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

    /** The labels whose nodes this version writes the property to. */
    public List<String> labelsWith(String property) {
        boolean isOfItems = Stream.of(copy.itemProperty(), copy.indexProperty()).anyMatch(property::equals)
                || communityProperties.contains(property);
        return Stream.concat(copy.property().equals(property) ? users.labels().stream() : Stream.empty(),
                isOfItems ? items.labels().stream() : Stream.empty()).toList();
    }

    /** True if the other version's embeddings are copied to the same nodes under the same name. */
    public boolean sharesCopyWith(WrittenModel other) {
        return copy.property().equals(other.copy.property())
                && hasLabels(other.users.labels(), other.items.labels());
    }
}
