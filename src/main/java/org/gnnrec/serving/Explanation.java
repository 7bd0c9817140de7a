package org.gnnrec.serving;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;

/**
 * What one item of a user contributes to a score.
 *
 * @param because the item; null for what the user has besides items
 * @param relationshipType of the interaction, or the name of its pattern; null without a path
 * @param path from the user to the item; null if no relationship shows that they have it
 * @param share the part of the score that the contribution is; null if contributions do not add up to it, or if the score
 *        is near zero or below it
 * @param attention of the user to the item; null if the model has no attention
 */
public record Explanation(Node because, String relationshipType, Path path, double contribution, Double share,
        Double attention) {}
