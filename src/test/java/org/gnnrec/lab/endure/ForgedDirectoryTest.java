package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.linalg.NamedArray;
import org.junit.jupiter.api.Test;

class ForgedDirectoryTest {
    private final List<byte[]> parts = new ArrayList<>();
    private final ArrayEntry entry = ArrayEntry.write("items",
            new NamedArray.Ints(IntStream.range(0, 300_000).toArray()), parts::add);
    private final ForgedDirectory directory = ForgedDirectory.of(json(entry));

    private static String json(ArrayEntry entry) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("arrays", List.of(entry.toMap())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ArrayEntry line(ForgedDirectory directory) throws IOException {
        Map<String, List<Map<String, Object>>> map = new ObjectMapper().readValue(directory.json(),
                new TypeReference<>() {});
        Map<String, Object> line = map.get("arrays").get(0);
        line.replaceAll((key, value) -> value instanceof Integer number ? number.longValue() : value);
        return ArrayEntry.of(line);
    }

    @Test
    void theChecksumIsCrc32c() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(ForgedDirectory.checksum(List.of(digits))).isEqualTo(0xE3069283L);
        assertThat(ForgedDirectory.checksum(parts)).isEqualTo(entry.checksum());
    }

    @Test
    void aForgedChecksumIsTakenAndATrueOneIsNot() throws IOException {
        assertThat(directory.names()).containsExactly("items");
        parts.get(1)[7] ^= 1;
        assertThatThrownBy(() -> entry.read(parts.size(), parts::get)).isInstanceOf(ModelFormatException.class);
        ForgedDirectory forged = directory.with("items", "checksum", ForgedDirectory.checksum(parts));
        assertThat(line(forged).read(parts.size(), parts::get)).isInstanceOf(NamedArray.Ints.class);
        assertThat(line(directory)).isEqualTo(entry);
    }

    @Test
    void keysAreReplacedAndRemoved() {
        assertThat(directory.with("items", "rows", -1).json()).contains("\"rows\":-1").contains("\"cols\":1");
        assertThat(directory.with("items", "rows", null).json()).doesNotContain("rows").contains("\"cols\":1");
        assertThat(directory.with("other", "rows", -1).json()).isEqualTo(directory.json());
    }
}
