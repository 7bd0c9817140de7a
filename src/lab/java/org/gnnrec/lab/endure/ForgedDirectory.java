package org.gnnrec.lab.endure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.zip.CRC32C;

/** The directory of the arrays of a stored model, as JSON, with single values replaced. */
final class ForgedDirectory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode root;

    private ForgedDirectory(JsonNode root) {
        this.root = root;
    }

    static ForgedDirectory of(String json) {
        try {
            return new ForgedDirectory(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no directory of arrays: " + json, e);
        }
    }

    /** The CRC-32C of these bytes, one after the other. */
    static long checksum(List<byte[]> parts) {
        CRC32C crc = new CRC32C();
        parts.forEach(crc::update);
        return crc.getValue();
    }

    /** The names of the arrays. */
    List<String> names() {
        return root.get("arrays").findValuesAsText("name");
    }

    /** Sets a key of the line of this array, or removes the key for null. */
    ForgedDirectory with(String array, String key, Object value) {
        JsonNode copy = root.deepCopy();
        for (JsonNode line : copy.get("arrays")) {
            if (line.get("name").asText().equals(array)) {
                set((ObjectNode) line, key, value);
            }
        }
        return new ForgedDirectory(copy);
    }

    private static void set(ObjectNode line, String key, Object value) {
        if (value == null) {
            line.remove(key);
        } else {
            line.set(key, MAPPER.valueToTree(value));
        }
    }

    String json() {
        return root.toString();
    }
}
