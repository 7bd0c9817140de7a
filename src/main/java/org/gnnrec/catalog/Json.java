package org.gnnrec.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Maps as text, because a node's properties hold no maps. Uses the Jackson of Neo4j. */
final class Json {
    /** The most characters of a map. Reading one takes several times as many bytes. */
    static final int MAX_LENGTH = 1 << 24;
    /** Reads whatever {@link #write} wrote. Jackson's own limits are for input of strangers, and lower. */
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints
            .builder().maxStringLength(MAX_LENGTH).maxNameLength(MAX_LENGTH).maxDocumentLength(MAX_LENGTH).build())
            .build();
    /** Reads integers as long, as in Cypher. */
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Json() {}

    /**
     * Refuses a map that {@link #read} would refuse.
     *
     * @param what the map is, for the error
     * @param wayOut what makes it shorter
     */
    static String write(Map<String, Object> map, String what, String wayOut) {
        try {
            String text = MAPPER.writeValueAsString(map);
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException(what + " has " + text.length()
                        + " characters as JSON, but a model keeps at most " + MAX_LENGTH + ". " + wayOut);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A map that is part of what a user configured. */
    static String write(Map<String, Object> map) {
        return write(map, "the configuration", "Shorten its texts and lists, params first");
    }

    /** The map of a text; nothing where the text is no JSON object. */
    static Optional<Map<String, Object>> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, MAP));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
