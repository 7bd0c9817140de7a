package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Users and items to train on. Without {@code interactions} these are all relationships between two labels, both
 * directions of a type together. With {@code interactions} these are the ways of a pattern, and the counts by type are
 * those of the relationships on the way. Counts are exact except for {@code estimatedTypes}. {@code via} is the label in
 * the middle of the pattern, or null. An id property is null if none fits. {@code features} maps a side to expressions
 * by name. {@code problem} is the reason why a training would be refused, or null.
 */
public record Candidate(String userLabel, String itemLabel, long userCount, long itemCount, long relationshipCount,
        Map<String, Long> relationshipCounts, List<String> estimatedTypes, Degrees userDegrees, Degrees itemDegrees,
        String userIdProperty, String itemIdProperty, List<String> weightProperties, List<String> timestampProperties,
        String problem, String via, WrittenPattern interactions, Map<String, Map<String, String>> features) {

    /**
     * First the candidates that can be trained on. Then those where both sides choose among several: an order has one
     * customer, which is nothing to learn. Then those whose names tell which side is the user. Then those with more
     * relationships, those whose name is surer for a user and, of labels on the same relationships, the narrower.
     */
    static final Comparator<Candidate> BEST_FIRST = Comparator
            .comparing((Candidate candidate) -> candidate.problem != null)
            .thenComparing(candidate -> !candidate.isLearnable())
            .thenComparing(candidate -> !candidate.isNamedForUsers())
            .thenComparing(Comparator.comparingLong(Candidate::relationshipCount).reversed())
            .thenComparingInt(candidate -> UserNames.rank(candidate.userLabel))
            .thenComparingLong(candidate -> candidate.userCount + candidate.itemCount)
            .thenComparing(Candidate::userLabel).thenComparing(Candidate::itemLabel)
            .thenComparing(candidate -> String.join(" ", candidate.relationshipTypes()));

    private boolean isNamedForUsers() {
        return UserNames.isUser(userLabel) && !UserNames.isUser(itemLabel);
    }

    /** True if some users have several items and some items several users. */
    boolean isLearnable() {
        return userDegrees.max() > 1 && itemDegrees.max() > 1;
    }

    /** In alphabetical order; those of a pattern in the order of the way. */
    public List<String> relationshipTypes() {
        return List.copyOf(relationshipCounts.keySet());
    }

    /** The call that trains on this candidate; null if there is a problem. */
    public String call() {
        return problem == null ? TrainCall.of(config()) : null;
    }

    /** The call that also learns from the categories; null if there is a problem, or no category. */
    public String featureCall() {
        if (problem != null || features.isEmpty()) {
            return null;
        }
        Map<String, Object> config = new LinkedHashMap<>(Map.of("modelType", "graphsage"));
        config.putAll(config());
        config.put("featureProperties", features);
        return TrainCall.of(config);
    }

    /** The keys of a training, in the order in which people read them. A pattern names the labels itself. */
    private Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        if (interactions == null) {
            config.put("userLabel", userLabel);
            config.put("itemLabel", itemLabel);
        }
        config.put("userIdProperty", userIdProperty);
        config.put("itemIdProperty", itemIdProperty);
        if (interactions == null) {
            config.put("relationshipTypes", relationshipTypes());
        } else {
            config.put("interactions", interactions.argument());
        }
        return config;
    }
}
