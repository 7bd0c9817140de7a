package org.gnnrec.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README is short, leads to every page, and has the figures of docs/bench. */
class ReadmeTest {
    private static final Page README = Page.of("README.md");
    private static final int LONGEST = 8000;
    private static final List<String> MODELS = List.of("", "-graphsage", "-gat", "-pinsage");
    private static final List<String> BASELINES = List.of("rp3beta", "itemKnn", "popularity");

    static List<List<String>> results() {
        return README.table("data");
    }

    @Test
    void hasAtMostEightThousandCharacters() {
        assertThat(README.text()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void leadsToEveryPage() {
        assertThat(README.linkedFiles())
                .containsAll(Page.in(Path.of("docs")).stream().map(page -> page.file().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultIsThatOfTheRun(List<String> row) throws IOException {
        String data = row.get(0).replace("`", "");
        for (int i = 0; i < MODELS.size(); i++) {
            assertThat(figures(row.get(1 + i))).isEqualTo(figures(run(data + MODELS.get(i))));
        }
        for (int i = 0; i < BASELINES.size(); i++) {
            assertThat(row.get(1 + MODELS.size() + i)).isEqualTo(figures(run(data).get(BASELINES.get(i))));
        }
    }

    private static JsonNode run(String name) throws IOException {
        return new ObjectMapper().readTree(Path.of("docs/bench", name + ".json").toFile());
    }

    private static String figures(JsonNode score) {
        return String.format(Locale.ROOT, "%.4f / %.4f", score.get("recallAt20").asDouble(),
                score.get("ndcgAt20").asDouble());
    }

    private static String figures(String cell) {
        return cell.replace("*", "");
    }
}
