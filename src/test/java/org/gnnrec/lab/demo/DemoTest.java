package org.gnnrec.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoTest {
    private final StringWriter output = new StringWriter();
    private final CommandLine line = Demo.commandLine().setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(output, true));

    @Test
    void helpNamesTheOptions() {
        assertThat(line.execute("--help")).isZero();
        assertThat(output.toString()).contains("--data", "--serve", "--users");
    }

    @Test
    void aFolderInNoKnownFormatEndsWithAMessage(@TempDir Path folder) {
        assertThat(line.execute("--data=" + folder)).isEqualTo(1);
        assertThat(output.toString()).contains("demo: no known data set in").doesNotContain("\tat ");
    }
}
