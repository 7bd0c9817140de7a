package org.gnnrec.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.HeapClaim;

/**
 * Learns the {@link FeatureSchema} of one side in one pass over its nodes. Holds every distinct text once, and a sample
 * of the numbers. Averages numbers in the order of the nodes: the same order gives the same bits. Not thread-safe.
 */
public final class FeatureLearner {
    private final List<PropertyLearner> learners;

    /**
     * @param properties in the order of their columns; each counts once
     * @param heap claims what the distinct texts hold
     */
    public FeatureLearner(List<String> properties, HeapClaim heap) {
        this.learners = properties.stream().distinct().map(property -> new PropertyLearner(property, heap)).toList();
    }

    /**
     * Takes the next node. O(values).
     *
     * @param id of the node, for errors
     * @param values by property; a property that is not there has no value
     * @throws IllegalArgumentException if a value cannot be a feature, or has another kind or dimension than those
     *         before it
     */
    public void add(Object id, Map<String, ?> values) {
        learners.forEach(learner -> learner.add(id, values));
    }

    /** The schema of the properties with at least one value. O(distinct texts), sorted. */
    public FeatureSchema learn() {
        List<FeatureProperty> properties = new ArrayList<>();
        int firstColumn = 0;
        for (PropertyLearner learner : learners) {
            if (learner.hasValues()) {
                properties.add(learner.learned(firstColumn));
                firstColumn = properties.getLast().endColumn();
            }
        }
        return new FeatureSchema(properties);
    }
}
