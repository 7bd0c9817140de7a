package org.gnnrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.testing.Rows;

/** Whatever properties hold: rows are finite and bounded, and a schema says the same after it was kept. */
class FeatureWildInputTest {
    private static final List<String> PROPERTIES = List.of("number", "time", "flag", "text", "tags", "vector");

    @Property(seed = "17", tries = 500)
    void everyRowIsFiniteBoundedAndTheSameByItselfAndAfterARoundTrip(@ForAll("nodes") List<Map<String, Object>> nodes,
            @ForAll("node") Map<String, Object> stranger) {
        FeatureSchema schema = Rows.learn(PROPERTIES, nodes);
        FeatureSchema kept = FeatureSchema.of(schema.toMap());
        assertThat(kept).isEqualTo(schema).hasSameHashCodeAs(schema);
        FeatureMatrix matrix = matrix(schema, nodes);
        for (int row = 0; row < nodes.size(); row++) {
            assertThat(Rows.dense(kept.encode(row, nodes.get(row)), 0)).isEqualTo(Rows.dense(matrix, row));
        }
        for (FeatureMatrix any : List.of(matrix, schema.encode("stranger", stranger))) {
            FeatureMatrix checked = any.rows(IntStream.range(0, any.rowCount()).toArray());
            assertThat(checked.offsets()).isEqualTo(any.offsets());
            assertThat(checked.columns()).isEqualTo(any.columns());
            for (float value : checked.values()) {
                assertThat(value).isBetween(-10f, 10f);
            }
        }
    }

    @Property(seed = "17", tries = 300)
    void numbersHaveMeanZeroAndDeviationOneOrAreConstant(@ForAll("numbers") List<Number> numbers) {
        FeatureSchema schema = Rows.learn(numbers.toArray());
        double sum = 0;
        double squares = 0;
        for (Number number : numbers) {
            float value = Rows.encode(schema, number)[0];
            sum += value;
            squares += value * value;
        }
        boolean constant = numbers.stream().mapToDouble(Number::doubleValue).distinct().count() == 1;
        assertThat(sum / numbers.size()).isCloseTo(0, within(1e-3));
        assertThat(squares / numbers.size()).isCloseTo(constant ? 0 : 1, within(1e-3));
    }

    @Property(seed = "17", tries = 300)
    void textsHaveLengthOneInWhateverOrderTheNodesCame(@ForAll("tagLists") List<List<String>> lists,
            @ForAll long seed) {
        FeatureSchema schema = Rows.learn(lists.toArray());
        List<List<String>> shuffled = new ArrayList<>(lists);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Rows.learn(shuffled.toArray())).isEqualTo(schema);
        for (List<String> list : lists) {
            double squares = 0;
            for (float value : Rows.encode(schema, list)) {
                squares += value * value;
            }
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> nodes() {
        return node().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Map<String, Object>> node() {
        return Combinators.combine(maybe(wildNumbers()), maybe(wildNumbers().map(n -> new Moment(n.doubleValue()))),
                maybe(Arbitraries.of(true, false)), maybe(texts()), maybe(texts().list().ofMaxSize(5)),
                maybe(wildNumbers().list().ofSize(3))).as(FeatureWildInputTest::node);
    }

    @Provide
    Arbitrary<List<Number>> numbers() {
        Arbitrary<Number> tame = Arbitraries.oneOf(Arbitraries.longs().between(-1000, 1000).map(Number.class::cast),
                Arbitraries.doubles().between(-1000, 1000).ofScale(2).map(Number.class::cast));
        return tame.list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<List<String>>> tagLists() {
        return texts().list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(20);
    }

    private static Map<String, Object> node(Object... values) {
        Map<String, Object> node = new HashMap<>();
        for (int n = 0; n < values.length; n++) {
            node.put(PROPERTIES.get(n), values[n]);
        }
        return node;
    }

    private static <T> Arbitrary<Object> maybe(Arbitrary<T> values) {
        return values.asGeneric().injectNull(0.2);
    }

    private static Arbitrary<Number> wildNumbers() {
        return Arbitraries.oneOf(Arbitraries.longs().map(Number.class::cast),
                Arbitraries.doubles().map(Number.class::cast), Arbitraries.floats().map(Number.class::cast),
                Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.NaN, Double.MAX_VALUE, -1e100,
                        Double.MIN_VALUE, -0.0, (1L << 53) + 1, Long.MIN_VALUE, 0));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(4), Arbitraries.of("", " ", "\u0000", "Drama",
                "drama", "東京", "\uD83C\uDFAC\uD83C\uDFB5", "e\u0301", "\u00e9", "a\nb", "Aa", "BB"));
    }

    private static FeatureMatrix matrix(FeatureSchema schema, List<Map<String, Object>> nodes) {
        FeatureMatrixBuilder rows = new FeatureMatrixBuilder(nodes.size(), schema.columnCount());
        nodes.forEach(node -> schema.encode("n", node, rows));
        return rows.build();
    }
}
