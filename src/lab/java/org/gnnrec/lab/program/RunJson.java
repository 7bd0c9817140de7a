package org.gnnrec.lab.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The training keys that a program takes as JSON, and the report that it gives. */
public final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** The training keys of an option {@code config}. */
    public static Map<String, Object> parse(String config) {
        try {
            return MAPPER.readValue(config, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("config must be a JSON object but was '" + config + "'", e);
        }
    }

    /** A report as one indented object. */
    public static String of(Object report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }
}
