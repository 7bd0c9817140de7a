package org.gnnrec.projection.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The categories of the users and of the items as {@code featureProperties} takes them. */
final class CategoryFeatures {
    private final Categories categories;

    CategoryFeatures(Categories categories) {
        this.categories = categories;
    }

    /** Expressions by name for each side that has categories. The labels of the path are no categories. */
    Map<String, Map<String, String>> of(Path path) {
        Set<String> labels = new TreeSet<>();
        path.steps().forEach(step -> labels.addAll(List.of(step.from(), step.to())));
        Map<String, Map<String, String>> sides = new LinkedHashMap<>();
        put(sides, "users", expressions("user", path.from(), labels));
        put(sides, "items", expressions("item", path.to(), labels));
        return sides;
    }

    private static void put(Map<String, Map<String, String>> sides, String side, Map<String, String> expressions) {
        if (!expressions.isEmpty()) {
            sides.put(side, expressions);
        }
    }

    private Map<String, String> expressions(String variable, String label, Set<String> without) {
        Map<String, String> expressions = new LinkedHashMap<>();
        categories.of(label).stream().filter(category -> !without.contains(category.label()))
                .forEach(category -> expressions.put(FeatureNames.of(category.label(), expressions.keySet()),
                        category.expression(variable)));
        return expressions;
    }
}
