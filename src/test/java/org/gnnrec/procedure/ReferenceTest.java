package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.CommunitySettings;
import org.gnnrec.jobs.TrainKeys;
import org.gnnrec.model.ModelType;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.testing.KeyTable;
import org.gnnrec.testing.Page;
import org.gnnrec.training.TrainingKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.procedure.Procedure;

/** The reference pages have the keys, defaults, ranges, procedures and columns of the code. */
class ReferenceTest {
    private static final Page KEYS = Page.of("docs/training-keys.md");
    private static final Page PROCEDURES = Page.of("docs/procedures.md");

    /** All keys with the default type of model; for each other type those that it adds or changes. */
    static List<Arguments> keyTables() {
        ModelType usual = ModelTypes.installed().key().usual();
        Stream<Arguments> types = ModelTypes.installed().all().stream().filter(type -> !type.equals(usual))
                .map(type -> Arguments.of(KEYS, new KeyTable("key of " + type.name(), changed(type, usual))));
        return Stream.concat(Stream.of(
                Arguments.of(KEYS, new KeyTable("key", keys(TrainKeys.OWN, TrainingKeys.of(usual)))),
                Arguments.of(PROCEDURES, new KeyTable("config key", EvaluateProcedure.KEYS)),
                Arguments.of(PROCEDURES, new KeyTable("community key", CommunitySettings.KEYS))), types).toList();
    }

    private static List<Key<?>> keys(List<Key<?>> some, List<Key<?>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Key<?>> changed(ModelType type, ModelType usual) {
        return type.keys().stream().filter(key -> usual.keys().stream().noneMatch(other -> isSame(key, other)))
                .<Key<?>>map(key -> key).toList();
    }

    private static boolean isSame(Key<?> key, Key<?> other) {
        return key.equals(other) && key.values().equals(other.values())
                && key.usualInWords().equals(other.usualInWords());
    }

    static List<Method> procedures() {
        return new ClassFileImporter().importPackages("org.gnnrec.procedure").stream().map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Procedure.class)).toList();
    }

    @ParameterizedTest
    @MethodSource("keyTables")
    void aTableOfKeysIsThatOfTheCode(Page page, KeyTable table) {
        assertThat(table.isIn(page)).as("%s has the table of the code; mvn test -Dtest=ReferenceTest "
                + "-Dgnnrec.writePages=true writes it", page).isTrue();
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
}
