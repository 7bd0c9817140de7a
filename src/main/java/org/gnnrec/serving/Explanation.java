package org.gnnrec.serving;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;

/**
 * What one item of a user contributes to a score.
 *
 * @param because the item; null for what the user has beside items
 * @param path from the user to it; null where no relationship shows that they have it
 * @param share the part of the score that the contribution is; null where contributions do not add up to it
 * @param attention of the user to it; null where the model has no attention
 */
public record Explanation(Node because, Path path, double contribution, Double share, Double attention) {
    /** The type of the path's relationship, or null. */
    public String relationshipType() {
        return path == null ? null : path.lastRelationship().getType().name();
    }
}
