package org.gnnrec.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to read. An empty {@code relationshipTypes} stands for all types between the two labels, in either direction,
 * except those set apart for validation and test and those that gnnrec writes. {@code graphName} names a GDS graph to
 * take the relationships from; null is the store.
 */
public record ProjectionConfig(String userLabel, String itemLabel, String userIdProperty, String itemIdProperty,
        List<String> relationshipTypes, List<String> validationRelationshipTypes, List<String> testRelationshipTypes,
        String graphName) {
    public ProjectionConfig {
        requireDistinct(userLabel, itemLabel);
        requireDisjoint(relationshipTypes, validationRelationshipTypes, testRelationshipTypes);
    }

    /** The same nodes with exactly these relationship types. */
    public ProjectionConfig withRelationshipTypes(List<String> types) {
        return new ProjectionConfig(userLabel, itemLabel, userIdProperty, itemIdProperty, types, List.of(), List.of(),
                graphName);
    }

    private static void requireDistinct(String userLabel, String itemLabel) {
        if (userLabel.equals(itemLabel)) {
            throw new IllegalArgumentException("userLabel and itemLabel must differ but both are '" + userLabel
                    + "'. Give users and items labels of their own");
        }
    }

    private static void requireDisjoint(List<String> train, List<String> validation, List<String> test) {
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>(train);
        all.addAll(validation);
        all.addAll(test);
        for (String type : all) {
            if (!seen.add(type)) {
                throw new IllegalArgumentException("relationship type '" + type
                        + "' is named twice among relationshipTypes, validationRelationshipTypes and testRelationshipTypes. "
                        + "Name it in one of them");
            }
        }
    }
}
