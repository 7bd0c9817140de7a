package org.gnnrec.feature;

/** The features of both sides of a graph. A side without features has rows without columns. */
public record GraphFeatures(NodeFeatures users, NodeFeatures items) {
    /** No features for so many nodes. */
    public static GraphFeatures none(int users, int items) {
        return new GraphFeatures(new NodeFeatures(FeatureSchemas.NONE.users(), FeatureMatrix.none(users)),
                new NodeFeatures(FeatureSchemas.NONE.items(), FeatureMatrix.none(items)));
    }

    /** How the features were made. */
    public FeatureSchemas schemas() {
        return new FeatureSchemas(users.schema(), items.schema());
    }

    /** The rows alone. */
    public Features matrices() {
        return new Features(users.matrix(), items.matrix());
    }
}
