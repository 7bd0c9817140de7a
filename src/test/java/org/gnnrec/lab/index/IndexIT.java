package org.gnnrec.lab.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole run, small, on a catalog of which most has never been bought: it holds the recall of the index. */
class IndexIT {
    @TempDir
    private Path folder;

    @Test
    void theIndexFindsWhatRecommendDoesAmongManyItemsWithoutInteractions() throws IOException {
        Path json = folder.resolve("index.json");
        StringWriter errors = new StringWriter();

        int code = Index.commandLine().setErr(new PrintWriter(errors)).execute("--items=8000", "--sold=1000",
                "--users=4000", "--asked=100", "--hnsw=4:20", "--heap=1g", "--json=" + json);

        assertThat(code).as(errors.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("itemCount").asLong()).isEqualTo(8_000);
        assertThat(report.get("indexedItemCount").asLong()).isBetween(900L, 1_000L);
        JsonNode own = report.get("indexes").get(0);
        assertThat(recall(own, "users")).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(own, "items")).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(own, "indexedItems")).isGreaterThanOrEqualTo(0.95);
        JsonNode other = report.get("indexes").get(1);
        assertThat(other.get("m").asLong()).isEqualTo(4);
        assertThat(other.get("efConstruction").asLong()).isEqualTo(20);
    }

    private static double recall(JsonNode index, String of) {
        return index.get(of).get("100").get("recallAt10").asDouble();
    }
}
