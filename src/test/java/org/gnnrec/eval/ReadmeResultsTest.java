package org.gnnrec.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.docs.Page;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** README's tables of the evaluation run are those of the code. */
class ReadmeResultsTest {
    @Test
    void theTableOfResultsHasExactlyTheKeysOfTheReport() {
        assertThat(cells("result key").flatMap(cell -> Arrays.stream(cell.split(", "))))
                .containsExactlyInAnyOrderElementsOf(keys(EvalReport.class).toList());
    }

    @Test
    void theTableOfOptionsHasExactlyTheOptionsOfTheRun() {
        List<String> options = Eval.commandLine().getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp()).map(OptionSpec::longestName)
                .map(name -> name.replaceFirst("--", "-D")).toList();
        assertThat(cells("option").map(cell -> cell.replaceFirst("=.*", "")))
                .containsExactlyInAnyOrderElementsOf(options);
    }

    private static Stream<String> cells(String table) {
        return Page.readme().table(table).stream().map(row -> row.get(0).replace("`", ""));
    }

    private static Stream<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(ReadmeResultsTest::keys);
    }

    private static Stream<String> keys(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? keys(component.getType())
                : Stream.of(component.getName());
    }
}
