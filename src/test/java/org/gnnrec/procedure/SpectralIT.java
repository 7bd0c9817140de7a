package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

class SpectralIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'spectral', randomSeed: 1})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void validationChoosesExponentsAndWidth() {
        Record row = rows(TRAIN).getFirst();
        Map<String, Object> metrics = row.get("metrics").asMap();
        assertThat(row.get("modelType").asString()).isEqualTo("spectral");
        assertThat(row.get("ranEpochs").asLong()).isZero();
        assertThat(row.get("configuration").asMap()).doesNotContainKeys("epochs", "loss")
                .extractingByKeys("inputExponent", "outputExponent", "spectrumExponent", "embeddingDimension")
                .doesNotContainNull();
        assertThat((List<?>) metrics.get("pilots")).hasSize(12);
        assertThat(metrics).containsKeys("recallAt20", "ndcgAt20", "selectMillis", "fitMillis");
        assertThat(rows("MATCH (u:User {id: 0}) RETURN size(u.gnnrec_default) AS d").getFirst().get("d").asLong())
                .isEqualTo(row.get("configuration").get("embeddingDimension").asLong());
    }

    @Test
    void aUserIsServedAsTrainedAndANewOneWithTheirItemsAlike() {
        rows(TRAIN);
        List<Record> trained = rows("CALL gnnrec.recommend(5, 5) YIELD itemId, score, basis");
        assertThat(trained).hasSize(5).allMatch(row -> row.get("basis").asString().equals("trained"));
        rows("MATCH (:User {id: 5})-[:LIKES]->(i) WITH collect(i) AS items CREATE (n:User {id: 1000}) "
                + "FOREACH (i IN items | CREATE (n)-[:LIKES]->(i))");
        List<Record> folded = rows("CALL gnnrec.recommend(1000, 5) YIELD itemId, score, basis");
        assertThat(folded).allMatch(row -> row.get("basis").asString().equals("foldIn"));
        assertThat(folded).extracting(row -> row.get("itemId").asObject())
                .isEqualTo(trained.stream().map(row -> row.get("itemId").asObject()).toList());
    }

    @Test
    void contributionsAddUpToTheScore() {
        rows(TRAIN);
        Record best = rows("CALL gnnrec.recommend(7, 1)").getFirst();
        List<Record> reasons = rows("CALL gnnrec.explain(7, $item)", "item", best.get("itemId").asObject());
        assertThat(reasons.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum())
                .isCloseTo(best.get("score").asDouble(), within(1e-5));
        assertThat(reasons.stream().mapToDouble(row -> row.get("share").asDouble()).sum()).isCloseTo(1, within(1e-5));
    }

    @Test
    void theSameSeedGivesTheSameEmbeddings() {
        String embedding = "MATCH (i:Item {id: 3}) RETURN gnnrec.embedding(i) AS e";
        rows(TRAIN);
        List<Object> first = rows(embedding).getFirst().get("e").asList();
        rows("CALL gnnrec.model.drop('default')");
        rows("CALL gnnrec.train({modelType: 'spectral', randomSeed: 1, concurrency: 1})");
        assertThat(rows(embedding).getFirst().get("e").asList()).isEqualTo(first);
    }

    @Test
    void keysAreChecked() {
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'spectral', inputExponent: 2})"))
                .hasMessageContaining("inputExponent must be a number in [0, 1] but was 2");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'spectral', layers: 2})"))
                .hasMessageContaining("layers has no meaning with modelType 'spectral'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({spectrumExponent: 0})"))
                .hasMessageContaining("spectrumExponent has no meaning with modelType 'lightgcn'");
        rows(TRAIN);
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true})"))
                .hasMessageContaining("is of modelType 'spectral', which has nothing to go on from");
    }
}
