package org.gnnrec.model;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gnnrec.graph.Normalization;
import org.gnnrec.model.lightgcn.LightGcnConfig;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.Weighting;

/**
 * What is known of a model beside its numbers. {@code uid} names this very version for ever: names and versions come
 * back after a drop. {@code relationshipTypes} are the types it was trained on, which fold-in and the seen-filter use,
 * weighing as {@code weighting} and {@code decay} say; there are none where its interactions were the rows of a query
 * without types. {@code testRelationshipTypes} are the ones it is evaluated on. {@code writeProperty} holds the copy of
 * the embeddings on nodes, and {@code copied} says that this copy is whole.
 */
public record ModelInfo(String name, long version, String uid, String modelType, NodeKind users, NodeKind items,
        List<String> relationshipTypes, List<String> testRelationshipTypes, Weighting weighting, Decay decay,
        GraphSource source, String writeProperty, boolean vectorIndex, long relationshipCount, ZonedDateTime createdAt,
        boolean copied, Map<String, Object> configuration,
        Map<String, Object> metrics) {

    /** How the last hop of its training normalized. */
    public Normalization normalization() {
        return LightGcnConfig.normalization(isRowNormalized());
    }

    /** a_0, what a node's own row counts in its embedding; one where weights say it. */
    public double ownWeight() {
        if (type() != ModelType.LIGHTGCN) {
            return 1;
        }
        return LightGcnConfig.ownWeight(Math.toIntExact((long) configuration.get("layers")), isRowNormalized());
    }

    /** True for LightGCN++; models stored before there was one are none. */
    public boolean isRowNormalized() {
        return Boolean.TRUE.equals(configuration.get("rowNormalization"));
    }

    /** Which model. */
    public ModelType type() {
        return ModelType.valueOf(modelType.toUpperCase(Locale.ROOT));
    }

    /** Its layers, where it has weights. */
    public NetworkShape network() {
        return NetworkShape.of(type(), configuration);
    }

    /** How many rows as wide as an embedding the part of a user makes that no item carries. */
    public int userBaseLayers() {
        return switch (type()) {
            case LIGHTGCN -> 1;
            case GRAPHSAGE, GAT -> Math.max(1, network().layers());
            case PINSAGE -> 0;
        };
    }

    /** How many what an item sends makes. */
    public int messageLayers() {
        return type() == ModelType.PINSAGE ? network().layers() + 1 : userBaseLayers();
    }

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
        return writeProperty.equals(other.writeProperty) && hasLabels(other.users.labels(), other.items.labels());
    }

    /** True if its users and items are the nodes of these labels. */
    public boolean hasLabels(List<String> userLabels, List<String> itemLabels) {
        return users.labels().equals(userLabels) && items.labels().equals(itemLabels);
    }
}
