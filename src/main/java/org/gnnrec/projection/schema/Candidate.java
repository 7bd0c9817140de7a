package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Two labels to train on. {@code relationshipCounts} counts both directions of a type together, exactly except for
 * {@code estimatedTypes}. An id property is null if none fits. {@code problem} is the reason why a training would be
 * refused, or null.
 */
public record Candidate(String userLabel, String itemLabel, long userCount, long itemCount,
        Map<String, Long> relationshipCounts, List<String> estimatedTypes, Degrees userDegrees, Degrees itemDegrees,
        String userIdProperty, String itemIdProperty, List<String> weightProperties, List<String> timestampProperties,
        String problem) {

    /**
     * First the candidates that can be trained on. Then those where both sides choose among several: an order has one
     * customer, which is nothing to learn. Then those whose names tell which side is the user. Then those with more
     * relationships and, of labels on the same relationships, the narrower.
     */
    static final Comparator<Candidate> BEST_FIRST = Comparator
            .comparing((Candidate candidate) -> candidate.problem != null)
            .thenComparing(candidate -> candidate.userDegrees.max() < 2 || candidate.itemDegrees.max() < 2)
            .thenComparing(candidate -> !candidate.isNamedForUsers())
            .thenComparing(Comparator.comparingLong(Candidate::relationshipCount).reversed())
            .thenComparingLong(candidate -> candidate.userCount + candidate.itemCount)
            .thenComparing(Candidate::userLabel).thenComparing(Candidate::itemLabel);

    private boolean isNamedForUsers() {
        return UserNames.isUser(userLabel) && !UserNames.isUser(itemLabel);
    }

    public long relationshipCount() {
        return relationshipCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<String> relationshipTypes() {
        return relationshipCounts.keySet().stream().sorted().toList();
    }

    /** The call that trains on this candidate; null if there is a problem. */
    public String call() {
        return problem == null
                ? TrainCall.of(userLabel, itemLabel, userIdProperty,
                        itemIdProperty, relationshipTypes())
                : null;
    }
}
