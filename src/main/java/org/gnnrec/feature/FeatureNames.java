package org.gnnrec.feature;

import java.util.List;
import java.util.stream.Stream;

/**
 * The properties that features are made of.
 *
 * @param anywhere the properties to take on whichever side has them; at least one side must
 * @param users the properties that users must have
 * @param items the properties that items must have
 */
public record FeatureNames(List<String> anywhere, List<String> users, List<String> items) {

    public static final FeatureNames NONE = new FeatureNames(List.of(), List.of(), List.of());

    public FeatureNames {
        anywhere = List.copyOf(anywhere);
        users = List.copyOf(users);
        items = List.copyOf(items);
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** Each property once. */
    public List<String> all() {
        return Stream.of(anywhere, users, items).flatMap(List::stream).distinct().toList();
    }

    /** All properties that users may have. */
    public List<String> ofUsers() {
        return joined(users);
    }

    /** All properties that items may have. */
    public List<String> ofItems() {
        return joined(items);
    }

    private List<String> joined(List<String> side) {
        return Stream.concat(anywhere.stream(), side.stream()).distinct().toList();
    }
}
