package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final CsrGraph train = Graphs.random(60, 45, 0.2, 3);
    private final CsrGraph validation = Graphs.random(60, 45, 0.05, 4);

    @Test
    void onASmallGraphLightGcnPlusPlusIsTakenIfItWinsByOnePercent() {
        TrainingResult result = train(Map.of());
        List<Map<String, Object>> tried = full(result);
        assertThat(tried).hasSize(2);
        assertThat(tried.getFirst()).containsEntry("rowNormalization", false);
        assertThat(tried.getLast()).containsEntry("rowNormalization", true).containsEntry("layers", 2L)
                .containsEntry("temperature", 0.6).containsEntry("negativePopularity", 0.5);
        Map<String, Object> better = (double) tried.getLast().get("ndcgAt20") > 1.01 * (double) tried
                .getFirst().get("ndcgAt20") ? tried.getLast() : tried.getFirst();
        assertThat(result.metrics()).containsEntry("rowNormalization", better.get("rowNormalization"))
                .containsEntry("ndcgAt20", better.get("ndcgAt20"));
        assertThat(result.chosen().toMap().get("rowNormalization")).isEqualTo(better.get("rowNormalization"));
    }

    @ParameterizedTest
    @CsvSource({ "rowNormalization,false", "rowNormalization,true", "loss,bpr", "layers,0" })
    void whatIsGivenOrCannotBeIsNotTried(String key, String value) {
        Object given = value.matches("true|false") ? Boolean.valueOf(value) : key.equals("layers") ? 0 : value;
        TrainingResult result = train(Map.of(key, given));
        assertThat(full(result)).isEmpty();
        assertThat(result.chosen().toMap().get("rowNormalization")).isEqualTo(Boolean.TRUE.equals(given));
    }

    /** Rows of whole trainings are behind those of the pilots, which have other lengths. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> full(TrainingResult result) {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) result.metrics().get("pilots");
        return rows.subList(Math.min(rows.size(), PILOTS), rows.size());
    }

    /** One popularity, three temperatures, two hops. */
    private static final int PILOTS = 5;

    private TrainingResult train(Map<String, Object> more) {
        Map<String, Object> map = new HashMap<>(Map.of("embeddingDimension", 8, "epochs", 3, "concurrency", 1,
                "negativePopularity", 0.5));
        map.putAll(more);
        return Trainer.train(Steps.task(train, validation, TrainingConfig.of(map), null), () -> {},
                (phase, epoch, epochs, loss,
                        ndcg) -> {});
    }
}
