package org.gnnrec.projection.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of the users and of the items as {@code featureProperties} takes them. */
final class CategoryFeatures {
    private final Categories categories;

    CategoryFeatures(Categories categories) {
        this.categories = categories;
    }

    /**
     * Expressions by name for each side that has categories. The labels of the ways are no categories. Nor is what their
     * relationships lead to under another label: that would tell a model what it is to learn.
     */
    Map<String, Map<String, String>> of(List<Path> ways) {
        List<Step> steps = ways.stream().flatMap(way -> way.steps().stream()).toList();
        Map<String, Map<String, String>> sides = new LinkedHashMap<>();
        put(sides, "users", expressions("user", ways.getFirst().from(), steps));
        put(sides, "items", expressions("item", ways.getFirst().to(), steps));
        return sides;
    }

    private static void put(Map<String, Map<String, String>> sides, String side, Map<String, String> expressions) {
        if (!expressions.isEmpty()) {
            sides.put(side, expressions);
        }
    }

    private Map<String, String> expressions(String variable, String label, List<Step> without) {
        Map<String, String> expressions = new LinkedHashMap<>();
        categories.of(label).stream().filter(category -> without.stream().noneMatch(category::isPartOf))
                .forEach(category -> expressions.put(FeatureNames.of(category.label(), expressions.keySet()),
                        category.expression(variable)));
        return expressions;
    }
}
