package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.lab.demo.Demo;
import org.gnnrec.lab.scale.Scale;
import org.gnnrec.lab.scale.ScaleReport;
import org.gnnrec.lab.subsample.Subsample;
import org.gnnrec.lab.subsample.SubsampleReport;
import org.gnnrec.testing.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of the runs in docs/benchmarks.md have exactly the options and keys of the code. */
class ReadmeResultsTest {
    static List<Arguments> runs() {
        return List.of(Arguments.of("option", Eval.commandLine(), "result key", EvalReport.class),
                Arguments.of("scale option", Scale.commandLine(), "scale key", ScaleReport.class),
                Arguments.of("subsample option", Subsample.commandLine(), "subsample key", SubsampleReport.class));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTablesAreThoseOfTheRun(String optionTable, CommandLine run, String keyTable, Class<?> report) {
        assertThat(cells(keyTable)).containsExactlyInAnyOrderElementsOf(keys(report).toList());
        assertThat(cells(optionTable).map(cell -> cell.replaceFirst("=.*", "")))
                .containsExactlyInAnyOrderElementsOf(options(run));
    }

    static List<CommandLine> programs() {
        return List.of(Demo.commandLine(), Eval.commandLine(), Scale.commandLine(), Subsample.commandLine());
    }

    /** Maven starts the programs in a process of their own: what its command line says has to be handed on. */
    @ParameterizedTest
    @MethodSource("programs")
    void mavenHandsEveryOptionOn(CommandLine program) throws IOException {
        String handedOn = between("<id>program</id>", "</execution>");
        assertThat(options(program)).allSatisfy(option -> assertThat(handedOn)
                .contains("<argument>%s=${%s}</argument>".formatted(option, option.substring(2))));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theProfileOfItsNameRunsTheProgram(CommandLine program) throws IOException {
        assertThat(between("<id>" + program.getCommandName() + "</id>", "</profile>"))
                .contains("<program>" + program.getCommand().getClass().getName() + "</program>")
                .contains("exec:exec@program");
    }

    private static String between(String begin, String end) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String rest = pom.substring(pom.indexOf(begin));
        return rest.substring(0, rest.indexOf(end));
    }

    private static List<String> options(CommandLine run) {
        return run.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp()).map(OptionSpec::longestName)
                .map(name -> name.replaceFirst("--", "-D")).toList();
    }

    private static Stream<String> cells(String table) {
        return Page.of("docs/benchmarks.md").table(table).stream().map(row -> row.get(0).replace("`", ""))
                .flatMap(cell -> Arrays.stream(cell.split(", ")));
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
