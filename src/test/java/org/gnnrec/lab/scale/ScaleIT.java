package org.gnnrec.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole run, small. */
class ScaleIT {
    @TempDir
    private Path folder;

    @Test
    void importsTrainsAndReports() throws IOException {
        Path json = folder.resolve("scale.json");
        StringWriter errors = new StringWriter();

        int code = Scale.commandLine().setErr(new PrintWriter(errors)).execute("--relationships=20000",
                "--orders",
                "--config={\"epochs\": 2}", "--heap=1g", "--pageCache=64m", "--json=" + json);

        assertThat(code).as(errors.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("users").asLong()).isEqualTo(2_000);
        assertThat(report.get("items").asLong()).isEqualTo(400);
        assertThat(report.get("relationships").asLong()).isBetween(18_000L, 22_000L);
        assertThat(report.get("epochs").asLong()).isEqualTo(2);
        // Items without interactions have no vector for the index.
        assertThat(report.get("nodePropertiesWritten").asLong()).isBetween(2_000L + 400 + 350, 2_000L + 2 * 400);
        assertThat(report.get("configuration").get("interactions")).isNotEmpty();
        assertThat(report.get("recommendP50Millis").asDouble()).isPositive();
        assertThat(report.get("storeBytes").asLong()).isPositive();
        assertThat(report.get("logBytes").asLong()).isPositive();
    }
}
