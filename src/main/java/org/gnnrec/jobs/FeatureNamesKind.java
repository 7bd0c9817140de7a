package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.gnnrec.feature.FeatureNames;

/** Properties of features: a list for whichever side has them, or {@code {users: [...], items: [...]}}. */
final class FeatureNamesKind {
    static final Kind<FeatureNames> KIND = new Kind<>(
            "a list of properties, or a map {users: [...], items: [...]} of such lists,", FeatureNamesKind::read,
            FeatureNamesKind::show);
    private static final String KEY = "featureProperties";
    private static final List<String> SIDES = List.of("users", "items");
    private static final String SENTENCE = "The properties of one side.";

    private FeatureNamesKind() {}

    private static FeatureNames read(Object value) {
        return switch (value) {
            case Map<?, ?> sides -> bySide(sides);
            case String name -> new FeatureNames(distinct(KEY, name), List.of(), List.of());
            case List<?> names -> new FeatureNames(distinct(KEY, names), List.of(), List.of());
            default -> null;
        };
    }

    private static FeatureNames bySide(Map<?, ?> sides) {
        for (Object side : sides.keySet()) {
            if (!SIDES.contains(side)) {
                throw new IllegalArgumentException(KEY + ": unknown side " + Shown.of(side)
                        + Suggestion.of(String.valueOf(side), SIDES)
                        + ". The sides are users and items; name the properties of either or both");
            }
        }
        return new FeatureNames(List.of(), ofSide("users", sides), ofSide("items", sides));
    }

    /** The properties of one side. Errors name the side beside the key. */
    private static List<String> ofSide(String side, Map<?, ?> sides) {
        Object names = sides.get(side);
        return names == null ? List.of() : distinct(KEY + "." + side, names);
    }

    private static List<String> distinct(String name, Object names) {
        return Key.texts(name, SENTENCE).read(names).stream().distinct().toList();
    }

    private static Object show(FeatureNames properties) {
        if (properties.users().isEmpty() && properties.items().isEmpty()) {
            return properties.anywhere();
        }
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("users", properties.users());
        sides.put("items", properties.items());
        return sides;
    }
}
