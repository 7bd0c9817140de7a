package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gnnrec.jobs.TrainSettings;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.procedure.Procedure;

/** The reference pages have the keys, defaults, ranges, procedures and columns of the code. */
class ReferenceTest {
    private static final Page KEYS = Page.of("docs/training-keys.md");
    private static final Page PROCEDURES = Page.of("docs/procedures.md");
    private static final Pattern RANGE = Pattern.compile("([0-9.]+) to ([0-9.]+)");
    /** Defaults that depend on the machine or on another key. */
    private static final Map<String, String> IN_WORDS = Map.of("concurrency", "processors, at most 4", "writeProperty",
            "`gnnrec_` and the model's name");

    /** Types that have a table of their own, "key of graphsage" and so on, beside that of all. */
    private static final List<String> TYPES = List.of("graphsage", "gat", "pinsage");

    static List<List<String>> keyRows() {
        return Stream.concat(KEYS.table("key").stream(), TYPES.stream().flatMap(ReferenceTest::rowsOf)).toList();
    }

    private static Stream<List<String>> rowsOf(String type) {
        return KEYS.table("key of " + type).stream();
    }

    /** With the model type for which they hold. */
    static List<Arguments> typedRows() {
        return Stream.concat(KEYS.table("key").stream().map(row -> Arguments.of("lightgcn", row)),
                TYPES.stream().flatMap(type -> rowsOf(type).map(row -> Arguments.of(type, row)))).toList();
    }

    static List<Arguments> rangeRows() {
        return typedRows().stream()
                .filter(row -> RANGE.matcher(((List<?>) row.get()[1]).get(2).toString()).matches()).toList();
    }

    static List<Method> procedures() {
        return new ClassFileImporter().importPackages("org.gnnrec.procedure").stream().map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Procedure.class)).toList();
    }

    @Test
    void theTableOfKeysHasExactlyTheKeysOfTraining() {
        assertThatThrownBy(() -> TrainSettings.of(Map.of("?", 1)))
                .satisfies(e -> assertThat(List.of(e.getMessage().replaceFirst("(?s).*Keys: ", "").split(", ")))
                        .containsExactlyInAnyOrderElementsOf(
                                keyRows().stream().map(row -> code(row.get(0))).distinct().toList()));
    }

    @ParameterizedTest
    @MethodSource("typedRows")
    void aDefaultInTheTableIsTheOneInTheCode(String type, List<String> row) {
        assertThat(row.get(1)).as(row.get(0)).isEqualTo(defaults(type).get(code(row.get(0))));
    }

    @ParameterizedTest
    @MethodSource("rangeRows")
    void aRangeInTheTableIsTheOneInTheCode(String type, List<String> row) {
        Matcher range = RANGE.matcher(row.get(2));
        assertThat(range.matches()).isTrue();
        String key = code(row.get(0));
        double low = Double.parseDouble(range.group(1));
        double high = Double.parseDouble(range.group(2));
        train(type, key, low);
        train(type, key, high);
        assertThatThrownBy(() -> train(type, key, low - 1)).hasMessageStartingWith(key + " must be");
        assertThatThrownBy(() -> train(type, key, high + 1)).hasMessageStartingWith(key + " must be");
    }

    private static TrainSettings train(String type, String key, double value) {
        return TrainSettings.of(Map.of("modelType", type, key, value));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void aProcedureHasASectionWithItsColumns(Method method) {
        String name = method.getAnnotation(Procedure.class).name();
        Matcher section = Pattern.compile("(?ms)^## " + Pattern.quote(name) + "\\n(.*?)(^## |\\z)")
                .matcher(PROCEDURES.text());
        assertThat(section.find()).as("a section for " + name).isTrue();
        assertThat(section.group(1)).contains(name + "(", "mode " + method.getAnnotation(Procedure.class).mode());
        if (!name.equals("gnnrec.model.drop")) {
            assertThat(section.group(1)).contains(columns(method).map(column -> "`" + column + "`").toList());
        }
    }

    private static Stream<String> columns(Method method) {
        Class<?> row = (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName);
    }

    /** Every key with its default as the table should write it. */
    private static Map<String, String> defaults(String type) {
        Map<String, String> defaults = new TreeMap<>();
        TrainSettings settings = TrainSettings.of(Map.of("modelType", type));
        settings.toMap(settings.training(), settings.projection().relationshipTypes())
                .forEach((key, value) -> defaults.put(key, text(value)));
        defaults.put("relationshipTypes", "all");
        for (String key : List.of("batchSize", "layers", "rowNormalization", "neighborSamples", "temperature",
                "negativePopularity", "normExponent",
                "degreeExponent")) {
            defaults.replace(key, "none", "chosen");
        }
        defaults.putAll(IN_WORDS);
        return defaults;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "none";
            case Collection<?> list when list.isEmpty() -> "none";
            case Map<?, ?> map when map.isEmpty() -> "none";
            case String text -> "`'" + text + "'`";
            case Double number -> "`" + BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() + "`";
            default -> "`" + value + "`";
        };
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }
}
