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

    /** The call with this configuration, of texts, lists and maps of them. */
    static String of(Map<String, Object> config) {
        return "CALL gnnrec.train(" + literal(config) + ")";
    }

    private static String literal(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream().map(TrainCall::literal)
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(TrainCall::literal).collect(Collectors.joining(", ", "[", "]"));
            default -> "'" + ESCAPES.translate((String) value) + "'";
        };
    }

    private static String literal(Map.Entry<?, ?> entry) {
        return CypherName.of((String) entry.getKey()) + ": " + literal(entry.getValue());
    }
}
