package org.gnnrec.model;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * What is known of a model beside its numbers. {@code uid} names this very version for ever: names and versions come
 * back after a drop. {@code relationshipTypes} are the types it was trained on, which fold-in and the seen-filter use;
 * {@code testRelationshipTypes} the ones it is evaluated on. {@code writeProperty} holds the copy of the embeddings on
 * nodes, and {@code copied} says that this copy is whole.
 */
public record ModelInfo(String name, long version, String uid, String modelType, String userLabel, String itemLabel,
        String userIdProperty, String itemIdProperty, List<String> relationshipTypes,
        List<String> testRelationshipTypes, String graphName, String writeProperty, boolean vectorIndex,
        long relationshipCount, ZonedDateTime createdAt, boolean copied, Map<String, Object> configuration,
        Map<String, Object> metrics) {

    /** The item property that the vector index reads. */
    public String indexProperty() {
        return indexProperty(writeProperty);
    }

    /** The one of a model that writes to this property. */
    public static String indexProperty(String writeProperty) {
        return writeProperty + "_index";
    }

    /** True if a model that writes to this property would write over this one's. */
    public boolean sharesPropertyWith(String otherWriteProperty) {
        return writeProperty.equals(otherWriteProperty) || indexProperty().equals(otherWriteProperty)
                || writeProperty.equals(indexProperty(otherWriteProperty));
    }

    /** True if the copy of the other model's embeddings lies on the same nodes under the same name. */
    public boolean sharesCopyWith(ModelInfo other) {
        return writeProperty.equals(other.writeProperty) && userLabel.equals(other.userLabel)
                && itemLabel.equals(other.itemLabel);
    }
}
