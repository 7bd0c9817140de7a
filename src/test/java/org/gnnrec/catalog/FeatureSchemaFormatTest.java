package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureLearner;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.Moment;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;

/** The text of a schema, written once and kept. Where this test fails, models in users' databases lose their features. */
class FeatureSchemaFormatTest {
    private static final String QUOTED = "\uD83C\uDFAC \"x\"";
    private static final List<Map<String, Object>> NODES = List.of(
            Map.of("year", 1999L, "released", new Moment(922_924_800.5), "adult", false, "genres",
                    List.of("Komödie", QUOTED), "plot", new float[]{ 3, 0, 4 }),
            Map.of("year", 2001.5, "released", new Moment(1e9), "genres", new String[]{ "Komödie", "once" }, "plot",
                    new float[3]),
            Map.of("year", 2003L, "adult", true, "genres", List.of(QUOTED, "Komödie")));

    private final FeatureSchema schema = schema();

    @Test
    void aSchemaIsStillWrittenInTheSameText() throws IOException {
        assertThat(Json.write(schema.toMap())).isEqualTo(golden());
    }

    @Test
    void theTextIsStillRead() throws IOException {
        FeatureSchema read = FeatureSchema.of(Json.read(golden()).orElseThrow());
        assertThat(read).isEqualTo(schema);
        assertThat(read.missingCounts()).isEqualTo(schema.missingCounts());
        FeatureMatrix row = read.encode(1, NODES.get(1));
        assertThat(row.columns()).containsExactly(0, 2, 4, 6, 9, 10, 33);
        assertThat(Rows.dense(row, 0)).isEqualTo(Rows.dense(schema.encode(1, NODES.get(1)), 0));
    }

    @Test
    void aTextWithoutQuantilesIsStillRead() throws IOException {
        FeatureSchema read = FeatureSchema
                .of(Json.read(golden().replaceAll(",\"quantiles\":\\[[^]]*]", "")).orElseThrow());
        assertThat(read.columnCount()).isEqualTo(schema.columnCount() - 3 - 2);
        assertThat(read.encode(1, NODES.get(1)).columns()).containsExactly(0, 1, 4, 5, 28);
    }

    private static FeatureSchema schema() {
        FeatureLearner learner = new FeatureLearner(List.of("year", "released", "adult", "genres", "plot"),
                HeapClaim.UNBOUNDED);
        for (int n = 0; n < NODES.size(); n++) {
            learner.add(n, NODES.get(n));
        }
        return learner.learn();
    }

    private static String golden() throws IOException {
        try (InputStream in = FeatureSchemaFormatTest.class.getResourceAsStream("/golden/feature-schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
