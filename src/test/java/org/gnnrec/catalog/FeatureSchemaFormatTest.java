package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.gnnrec.feature.FeatureLearner;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Moment;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a schema, written once and kept. Where this test fails, models in users' databases lose their features. */
class FeatureSchemaFormatTest {
    private static final String QUOTED = "\uD83C\uDFAC \"x\"";
    private static final List<Map<String, Object>> NODES = List.of(
            Map.of("year", 1999L, "released", new Moment(922_924_800.5), "adult", false, "genres",
                    List.of("Komödie", QUOTED), "plot", new float[]{ 3, 0, 4 }),
            Map.of("year", 2001.5, "released", new Moment(1e9), "genres", new String[]{ "Komödie", "once" }, "plot",
                    new float[3]),
            Map.of("year", 2003L, "adult", true, "genres", List.of(QUOTED, "Komödie")));

    private static final String GENRES = "[(item)-[:IN_GENRE]->(g) | g.name]";

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

    @Test
    void expressionsStandBesideTheProperties() {
        FeatureSchema with = schema.withExpressions(Map.of("genres", NodeExpression.of("genres", GENRES)));
        String text = Json.write(with.toMap());
        assertThat(text).endsWith(",\"expressions\":{\"genres\":\"" + GENRES + "\"}}");
        FeatureSchema read = FeatureSchema.of(Json.read(text).orElseThrow());
        assertThat(read).isEqualTo(with).isNotEqualTo(schema);
        assertThat(read.values().properties()).containsExactly("year", "released", "adult", "plot");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"genres\":\"item.x) RETURN (1\"}", "{\"genres\":\"x\"}", "{\"genres\":\"user.x\"}",
            "{\"genres\":5}", "{\"genres\":\"item.x // y\"}", "{\"genres\":\"item.x + $y\"}", "[\"item.x\"]", "5",
            "{\"genres\":null}", "{\"other\":\"item.x\"}" })
    void aTextThatIsNoExpressionOfThatSideIsRefused(String expressions) throws IOException {
        String items = golden().replaceAll("}$", ",\"expressions\":" + Matcher.quoteReplacement(expressions) + "}");
        Map<String, Object> map = Json.read("{\"users\":{\"properties\":[]},\"items\":" + items + "}").orElseThrow();
        assertThatThrownBy(() -> FeatureSchemas.of(map)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the feature schema of items");
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
