package org.gnnrec.projection.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.text.translate.LookupTranslator;

/** The Cypher text of a call of {@code gnnrec.train}. A name stays a text in quotes, whatever it contains. */
final class TrainCall {
    /** Escapes what ends a text, begins an escape or breaks a line. */
    private static final LookupTranslator ESCAPES = new LookupTranslator(
            Map.of("\\", "\\\\", "'", "\\'", "\n", "\\n", "\r", "\\r", "\t", "\\t", "\0", "\\u0000"));

    private TrainCall() {}

    static String of(String userLabel, String itemLabel, String userIdProperty, String itemIdProperty,
            List<String> relationshipTypes) {
        return "CALL gnnrec.train({userLabel: " + quoted(userLabel) + ", itemLabel: " + quoted(itemLabel)
                + ", userIdProperty: " + quoted(userIdProperty) + ", itemIdProperty: " + quoted(itemIdProperty)
                + ", relationshipTypes: " + quoted(relationshipTypes) + "})";
    }

    private static String quoted(List<String> names) {
        return names.stream().map(TrainCall::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String name) {
        return "'" + ESCAPES.translate(name) + "'";
    }
}
