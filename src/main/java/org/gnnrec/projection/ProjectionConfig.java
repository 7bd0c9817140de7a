package org.gnnrec.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.Weighting;

/**
 * What to read. An empty {@code relationshipTypes} means all types between users and items, in either direction, except
 * the types for validation and test and the types that gnnrec writes.
 */
public record ProjectionConfig(NodeKind users, NodeKind items, List<String> relationshipTypes,
        List<String> validationRelationshipTypes, List<String> testRelationshipTypes, Weighting weighting,
        GraphSource source) {
    public ProjectionConfig {
        if (!source.tellsRoles()) {
            requireDistinct(users.labels(), items.labels());
        }
        requireDisjoint(relationshipTypes, validationRelationshipTypes, testRelationshipTypes);
        requireTaken(weighting, relationshipTypes, validationRelationshipTypes, testRelationshipTypes);
    }

    private static void requireDistinct(List<String> userLabels, List<String> itemLabels) {
        for (String label : userLabels) {
            if (itemLabels.contains(label)) {
                throw new IllegalArgumentException("userLabel and itemLabel must differ but both are '" + label
                        + "'. Give users and items labels of their own, or say which end is which: interactions: "
                        + "'(user:" + label + ")-[:FOLLOWS]->(item:" + label + ")'");
            }
        }
    }

    private static void requireDisjoint(List<String> train, List<String> validation, List<String> test) {
        Set<String> seen = new HashSet<>();
        for (String type : all(train, validation, test)) {
            if (!seen.add(type)) {
                throw new IllegalArgumentException("relationship type '" + type
                        + "' is named twice among relationshipTypes, validationRelationshipTypes and "
                        + "testRelationshipTypes. Name it in one of them");
            }
        }
    }

    private static void requireTaken(Weighting weighting, List<String> train, List<String> validation,
            List<String> test) {
        List<String> named = all(train, validation, test);
        for (String type : weighting.typeWeights().keySet()) {
            boolean interaction = weighting.typeWeight(type) > 0;
            if (interaction && !train.isEmpty() && !named.contains(type)) {
                throw new IllegalArgumentException("relationshipWeights: '" + type + "' is not among relationshipTypes "
                        + train + ". Name it there too, or leave relationshipTypes out to take all types");
            }
        }
    }

    private static List<String> all(List<String> train, List<String> validation, List<String> test) {
        List<String> all = new ArrayList<>(train);
        all.addAll(validation);
        all.addAll(test);
        return all;
    }

    /** Every named type that must exist. Types of dislikes need not: perhaps nobody dislikes anything yet. */
    List<String> namedTypes() {
        Set<String> named = new LinkedHashSet<>(all(relationshipTypes, validationRelationshipTypes,
                testRelationshipTypes));
        named.addAll(weighting.typeWeights().keySet());
        weighting.dislikedTypes().forEach(named::remove);
        return List.copyOf(named);
    }

    /** True if some key treats types differently. */
    boolean namesTypes() {
        return !namedTypes().isEmpty() || !weighting.typeWeights().isEmpty();
    }
}
