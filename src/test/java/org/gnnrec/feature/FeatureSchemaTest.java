package org.gnnrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.Rows.encode;
import static org.gnnrec.testing.Rows.learn;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
    private static final int BUCKETS = VocabularyLearner.BUCKETS;

    @Test
    void numbersAreDistancesFromTheMeanInDeviations() {
        FeatureSchema schema = learn(1L, 2.5f, 5.0, (short) 7);
        double mean = (1 + 2.5 + 5 + 7) / 4;
        double deviation = Math.sqrt((sq(1 - mean) + sq(2.5 - mean) + sq(5 - mean) + sq(7 - mean)) / 4);
        assertThat(schema.columnCount()).isEqualTo(1 + 4);
        for (Object value : List.of(1L, 2.5f, 5.0, 7, 4L, -3.0)) {
            double expected = (((Number) value).doubleValue() - mean) / deviation;
            assertThat(encode(schema, value)[0]).isCloseTo((float) expected, within(1e-6f));
        }
    }

    @Test
    void timesKeepTheirMinutes() {
        double noon = 1_764_288_000;
        FeatureSchema schema = learn(new Moment(noon), new Moment(noon + 60), new Moment(noon + 120));
        assertThat(encode(schema, new Moment(noon))[0]).isCloseTo((float) -Math.sqrt(1.5), within(1e-6f));
        assertThat(encode(schema, new Moment(noon + 60))).containsExactly(0, 0, 1, 0);
    }

    @Test
    void numbersLieBetweenTheirQuantiles() {
        FeatureSchema schema = learn(0L, 10L, 30L);
        assertThat(places(schema, 10L)).containsExactly(0, 1, 0);
        assertThat(places(schema, 5L)).containsExactly(0.5f, 0.5f, 0);
        assertThat(places(schema, 15.0)).containsExactly(0, 0.75f, 0.25f);
        assertThat(places(schema, -1L)).as("below all").containsExactly(1, 0, 0);
        assertThat(places(schema, 1e99)).as("above all").containsExactly(0, 0, 1);
        assertThat(places(learn(0.0, -0.0, 1.0), -0.0)).as("one zero").containsExactly(1, 0);
    }

    @Test
    void quantilesStandWhereTheNumbersAre() {
        Object[] years = IntStream.range(0, 320).mapToObj(n -> n < 300 ? 1990L + n % 10 : 1900L + n).toArray();
        List<Double> knots = quantiles(years).knots();
        assertThat(knots).hasSizeLessThanOrEqualTo(17).startsWith(1990.0, 1991.0).contains(1999.0, 2219.0);
        List<Double> many = quantiles(IntStream.range(0, 1_000_000).mapToObj(n -> (long) n).toArray()).knots();
        assertThat(many).hasSize(17);
        for (int part = 0; part <= 16; part++) {
            assertThat(many.get(part)).isCloseTo(part * 62_500.0, within(100.0));
        }
    }

    @Test
    void aConstantNumberStaysZeroForOthersToo() {
        FeatureSchema schema = learn(0.1, 0.1, 0.1);
        assertThat(encode(schema, 0.1)).containsExactly(0);
        assertThat(encode(schema, 7L)).containsExactly(0);
        assertThat(encode(learn(1L << 60, (1L << 60) + 1), 1L << 60)).as("equal as doubles").containsExactly(0);
    }

    @Test
    void nothingLiesBeyondTenDeviations() {
        FeatureSchema schema = learn(0.0, 1.0);
        assertThat(encode(schema, 1e99)).startsWith(10);
        assertThat(encode(schema, -1e99)).startsWith(-10);
    }

    @Test
    void truthIsOneAndItsOppositeMinusOne() {
        FeatureSchema schema = learn(true, false, true);
        assertThat(encode(schema, true)).containsExactly(1);
        assertThat(encode(schema, false)).containsExactly(-1);
        assertThat(encode(schema, null)).containsExactly(0);
    }

    @Test
    void textsAreOneColumnEachTheMostFrequentFirst() {
        FeatureSchema schema = learn("b", "a", "c", "b", "a", "c", "c");
        assertThat(schema.columnCount()).isEqualTo(3 + BUCKETS);
        assertThat(encode(schema, "c")).isEqualTo(row(3 + BUCKETS, 0));
        assertThat(encode(schema, "a")).isEqualTo(row(3 + BUCKETS, 1));
        assertThat(encode(schema, 'b')).isEqualTo(row(3 + BUCKETS, 2));
    }

    @Test
    void aListHasLengthOneWhateverItHoldsTwice() {
        FeatureSchema schema = learn(List.of("a", "b"), new String[]{ "b", "a" }, "a", new char[]{ 'c' }, "c");
        assertThat(schema.columnCount()).isEqualTo(3 + BUCKETS);
        float half = (float) Math.sqrt(0.5);
        assertThat(Arrays.copyOf(encode(schema, List.of("b", "a", "b")), 3)).containsExactly(half, half, 0);
    }

    @Test
    void aTextOfOneNodeAndAnUnknownOneShareTheBuckets() {
        FeatureSchema schema = learn("often", "often", List.of("once", "once"));
        assertThat(schema.columnCount()).isEqualTo(1 + BUCKETS);
        for (String text : List.of("once", "never seen", "")) {
            float[] row = encode(schema, text);
            assertThat(row[0]).isZero();
            assertThat(row).contains(1);
        }
    }

    @Test
    void bucketsAreWhereTheyWereAndAllOfThemAreUsed() {
        Vocabulary empty = new Vocabulary(List.of(), BUCKETS);
        int[] counts = new int[BUCKETS];
        for (int n = 0; n < 3200; n++) {
            counts[column(empty, "item " + n)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count > 50 && count < 200);
        assertThat(column(empty, "")).isZero();
        assertThat(column(empty, "Ünïcode \uD83C\uDFAC")).isEqualTo(31);
    }

    @Test
    void theVocabularyHoldsTheMostFrequentTexts() {
        int most = VocabularyLearner.MAX_VOCABULARY;
        FeatureLearner learner = new FeatureLearner(List.of("p"), HeapClaim.UNBOUNDED);
        for (int n = 0; n < 2 * (most + 5); n++) {
            learner.add(n, Map.of("p", "text " + n / 2));
        }
        learner.add(-1, Map.of("p", "text " + (most + 4)));
        FeatureSchema schema = learner.learn();
        assertThat(schema.columnCount()).isEqualTo(most + BUCKETS);
        assertThat(encode(schema, "text " + (most + 4))).startsWith(1);
    }

    @Test
    void vectorsAreDividedByTheirRootMeanSquareLength() {
        FeatureSchema schema = learn(new float[]{ 3, 4 }, List.of(0L, -1.0), new double[]{ 0, 0 });
        float length = (float) Math.sqrt((25 + 1 + 0) / 3.0);
        assertThat(encode(schema, new long[]{ 3, 4 })).containsExactly(new float[]{ 3 / length, 4 / length },
                within(1e-6f));
        assertThat(encode(schema, new byte[]{ 0, -1 })).containsExactly(new float[]{ 0, -1 / length }, within(1e-6f));
        assertThat(encode(learn(new float[2], new float[2]), new float[]{ 1, 2 })).containsExactly(0, 0);
    }

    @Test
    void aPropertyMissingInTheTrainingHasAColumnForIt() {
        FeatureSchema schema = learn(1.0, null, 3.0, Double.NaN, Float.NEGATIVE_INFINITY, 1e101);
        assertThat(schema.missingCounts()).isEqualTo(Map.of("p", 4L));
        assertThat(encode(schema, 3.0)).containsExactly(1, 0, 1, 0);
        assertThat(encode(schema, null)).containsExactly(0, 0, 0, 1);
        assertThat(encode(schema, Double.POSITIVE_INFINITY)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void onePresentEverywhereHasNone() {
        assertThat(encode(learn(1.0, 3.0), null)).containsOnly(0);
        assertThat(encode(learn(true), null)).containsExactly(0);
    }

    @Test
    void emptyListsAndVectorsWithHolesAreMissing() {
        FeatureSchema vectors = learn(new float[]{ 1 }, new float[]{ Float.NaN }, List.of(), new float[0]);
        assertThat(vectors.missingCounts()).isEqualTo(Map.of("p", 3L));
        FeatureSchema texts = learn(new String[0], "a", "a", new Moment(Double.NaN));
        assertThat(texts.missingCounts()).isEqualTo(Map.of("p", 2L));
        assertThat(encode(texts, List.of())).isEqualTo(row(2 + BUCKETS, 1 + BUCKETS));
    }

    @Test
    void eachPropertyOwnsARange() {
        List<Map<String, Object>> nodes = List.of(Map.of("a", 1L, "v", new float[]{ 1, 0 }, "t", "x"),
                Map.of("a", 3L, "v", new float[]{ 0, 1 }, "t", "x"), Map.of("a", 2L, "t", "x"));
        FeatureSchema schema = learn(List.of("v", "none", "a", "t", "v"), nodes);
        assertThat(schema.properties()).containsExactly("v", "a", "t");
        assertThat(schema.missingCounts()).containsExactly(Map.entry("v", 1L), Map.entry("a", 0L), Map.entry("t", 0L));
        assertThat(schema.columnCount()).isEqualTo(3 + 4 + 1 + BUCKETS);
        float[] row = Rows.dense(schema.encode("n", Map.of("t", "x", "a", 3L, "other", "o")), 0);
        assertThat(Arrays.copyOf(row, 8)).containsExactly(
                new float[]{ 0, 0, 1, (float) Math.sqrt(1.5), 0, 0, 1, 1 },
                within(1e-6f));
    }

    @Test
    void withoutAValueThereIsNoColumn() {
        FeatureSchema schema = learn(null, Double.NaN, List.of());
        assertThat(schema.columnCount()).isZero();
        assertThat(schema.properties()).isEmpty();
        assertThat(encode(schema, 7L)).isEmpty();
    }

    @Test
    void mixedKindsAreRefusedWithTheNodeAndBothKinds() {
        String message = "featureProperties: 'p' of node 'n1' is a text or a list of texts, but on other nodes it is "
                + "a number. Make it the same on all of them, or leave it out";
        assertRefused(() -> learn(1999L, "1999"), message);
        assertRefused(() -> encode(learn(1L, 2L), "1"), message.replace("n1", "new"));
        assertRefused(() -> learn(new Moment(0), 0L), "is a number, but on other nodes it is a date or a date-time");
        assertRefused(() -> learn(1L, List.of(1L)), "is a list of numbers, but");
        assertRefused(() -> learn("yes", true), "is true or false, but");
    }

    @Test
    void anotherDimensionIsRefusedWithTheNodeAndBoth() {
        String message = "featureProperties: 'p' of node 'n2' has 3 numbers, but on other nodes it has 2. Compute it in "
                + "one way for all nodes, or remove it from this one, which then counts as missing";
        assertRefused(() -> learn(new float[2], null, new float[3]), message);
        assertRefused(() -> encode(learn(new float[2], new float[2]), new long[3]), message.replace("n2", "new"));
    }

    @Test
    void whatIsNoFeatureIsRefusedWithWhatIs() {
        for (Object value : List.of(Duration.ofDays(1), List.of(true), List.of("a", 1L), Map.of(),
                Arrays.asList("a", null), new boolean[1])) {
            assertRefused(() -> learn(value), "featureProperties: 'p' of node 'n0' is ");
            assertRefused(() -> learn(value), ", which cannot be a feature: numbers, dates");
        }
        assertRefused(() -> learn(new ArrayList<>(Arrays.asList(new Boolean[100]))), "null, null, n...");
    }

    @Test
    void theNodeAndItsValueAreShownAsWhatTheyAre() {
        assertRefused(() -> learn(new boolean[]{ true }), "is [true], which cannot be a feature");
        assertRefused(() -> learn(List.of("42", 42L)), "is ['42', 42], which cannot be a feature");
    }

    @Test
    void anUnknownKindNamesTheWayOut() {
        assertRefused(() -> FeatureSchema.of(Map.of("properties", List.of(Map.of("name", "p", "kind", "image")))),
                "features of the kind 'image' are unknown: a newer gnnrec wrote them. Install that one, or train again");
    }

    @Test
    void aValueThatNoTrainingGivesIsRefusedByName() {
        List<Object> anything = Arrays.asList(null, true, "x", List.of(), Map.of(), List.of(Map.of()), -1L, 0.5,
                Long.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, BigInteger.TEN.pow(30));
        for (Object learned : List.of(1L, true, "x", new float[2])) {
            Map<String, Object> property = property(learn(learned, null, learned));
            for (String key : property.keySet()) {
                anything.forEach(value -> assertReadOrRefused(property, key, value));
            }
        }
    }

    private static Map<String, Object> property(FeatureSchema schema) {
        List<?> properties = (List<?>) schema.toMap().get("properties");
        Map<String, Object> property = new HashMap<>();
        ((Map<?, ?>) properties.getFirst()).forEach((key, value) -> property.put((String) key, value));
        return property;
    }

    /** What is read serves any value. */
    private static void assertReadOrRefused(Map<String, Object> property, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(property);
        changed.put(key, value);
        try {
            FeatureSchema read = FeatureSchema.of(Map.of("properties", List.of(changed)));
            for (Object given : List.of(-1e100, 0L, 1e100)) {
                assertThat(read.columnCount()).isPositive();
                if (changed.get("kind").equals("number")) {
                    encode(read, given);
                }
            }
        } catch (IllegalArgumentException e) {
            assertThat(e.getClass()).isEqualTo(IllegalArgumentException.class);
        }
    }

    @Test
    void numbersThatNoTrainingGivesAreRefused() {
        assertRefused("year", Map.of("kind", "number", "missing", 0L, "mean", Double.NaN, "deviation", 1.0), "'mean'");
        assertRefused("year", Map.of("kind", "number", "missing", 0L, "mean", 1e101, "deviation", 1.0), "'mean'");
        assertRefused("year", Map.of("kind", "number", "missing", 0L, "mean", 1.0, "deviation", -1.0), "'deviation'");
        assertRefused("year", Map.of("kind", "time", "missing", -1L, "mean", 1.0, "deviation", 1.0), "'missing'");
        for (List<?> knots : List.of(List.of(2.0, 1.0), List.of(1.0, 1.0), List.of(0.0, Double.NaN),
                List.of(-0.0, 0.0), List.of("x"), List.of(0.0, 1e101))) {
            assertRefused("year", Map.of("kind", "number", "missing", 0L, "mean", 1.0, "deviation", 1.0, "quantiles",
                    knots), "'quantiles' of property 0 of the feature schema");
        }
        for (long buckets : new long[]{ 0, -1, Integer.MAX_VALUE }) {
            assertRefused("genres", Map.of("kind", "text", "missing", 0L, "vocabulary", List.of("a"), "buckets",
                    buckets),
                    "'buckets' of property 0 of the feature schema must be a whole number in [1, 1048576] but is "
                            + buckets);
        }
        assertRefused("plot", Map.of("kind", "vector", "missing", 0L, "dimension", 0L, "length", 1.0), "'dimension'");
        assertRefused("plot", Map.of("kind", "vector", "missing", 0L, "dimension", 2L, "length", Double.NaN),
                "'length'");
    }

    private static void assertRefused(String name, Map<String, Object> values, String message) {
        Map<String, Object> property = new HashMap<>(values);
        property.put("name", name);
        assertRefused(() -> FeatureSchema.of(Map.of("properties", List.of(property))), message);
    }

    @Test
    void columnsBeyondTheLastIntAreRefused() {
        Map<String, Object> wide = Map.of("name", "plot", "kind", "vector", "missing", 1L, "dimension", 1L << 30,
                "length", 1.0);
        assertThat(FeatureSchema.of(Map.of("properties", List.of(wide))).columnCount()).isEqualTo((1 << 30) + 1);
        assertRefused(() -> FeatureSchema.of(Map.of("properties", List.of(wide, wide))),
                "property 1 of the feature schema");
    }

    @Test
    void schemasNeedBothSides() {
        for (Object side : Arrays.asList(null, List.of(), "x")) {
            Map<String, Object> map = new HashMap<>(FeatureSchemas.NONE.toMap());
            map.put("items", side);
            assertRefused(() -> FeatureSchemas.of(map),
                    "the feature schema of items must be a Map but is " + Shown.of(side));
        }
    }

    /** What stands behind the distance from the mean. */
    private static float[] places(FeatureSchema schema, Object value) {
        float[] row = encode(schema, value);
        return Arrays.copyOfRange(row, 1, row.length);
    }

    private static Quantiles quantiles(Object... numbers) {
        QuantileLearner learner = new QuantileLearner();
        Arrays.stream(numbers).forEach(number -> learner.add(((Number) number).doubleValue()));
        return learner.learned();
    }

    private static double sq(double x) {
        return x * x;
    }

    private static float[] row(int length, int column) {
        float[] row = new float[length];
        row[column] = 1;
        return row;
    }

    private static int column(Vocabulary vocabulary, String text) {
        FeatureMatrixBuilder row = new FeatureMatrixBuilder(1, BUCKETS);
        vocabulary.encode(new FeatureValue.Texts(List.of(text)), 0, row, null);
        row.endRow();
        return row.build().columns()[0];
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
