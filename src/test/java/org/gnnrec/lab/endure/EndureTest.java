package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class EndureTest {
    private final StringWriter errors = new StringWriter();
    private final CommandLine line = Endure.commandLine().setErr(new PrintWriter(errors, true));

    @ParameterizedTest
    @ValueSource(strings = { "kills", "hostile", "models", "soak" })
    void mavenHandsEveryOptionOnAndThePageHasIt(String run) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String page = Page.of("docs/benchmarks.md").table("endure option").toString();
        assertThat(line.getSubcommands().get(run).getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp()).isNotEmpty()
                .extracting(OptionSpec::longestName).map(name -> name.substring(2))
                .allSatisfy(name -> assertThat(pom).contains("<argument>-D%s=${%s}</argument>".formatted(name, name)))
                .allSatisfy(name -> assertThat(page).contains("-D" + name));
    }

    @Test
    void theProfileNamesTheProgram() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String profile = pom.substring(pom.indexOf("<id>endure</id>"));
        assertThat(profile.substring(0, profile.indexOf("</profile>")))
                .contains("<program>" + Endure.class.getName() + "</program>", "<argument>${run}</argument>");
    }

    @Test
    void wrongArgumentsEndWithAMessage(@TempDir Path empty) {
        assertThat(line.execute("${run}")).isEqualTo(2);
        assertThat(line.execute("models")).isEqualTo(2);
        assertThat(line.execute("models", "--data=" + empty)).isEqualTo(1);
        assertThat(line.execute("soak", "--minutes=1")).isEqualTo(1);
        assertThat(errors.toString()).contains("Missing required option: '--data=DIR'", "no known data set in",
                "minutes must be at least 2 but was 1").doesNotContain("\tat ");
    }

    @Test
    void aViolationMakesTheExitCodeOne() {
        Violations violations = new Violations("run", new PrintWriter(errors, true));
        assertThat(Violations.exitCode(violations.all())).isZero();
        violations.require(true, "not this");
        violations.require(false, "x".repeat(10_000));
        assertThat(Violations.exitCode(violations.all())).isEqualTo(1);
        assertThat(violations.all()).singleElement().asString().hasSizeLessThan(1_000);
        assertThat(Arrays.asList(errors.toString().split("\n"))).hasSize(1);
    }
}
