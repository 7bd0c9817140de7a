package org.gnnrec.lab.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of a program that trains as it is told and reports what it measured. */
public final class ReportOptions {
    @Option(names = "--config", defaultValue = "{}", paramLabel = "JSON", description = "training keys, merged over the run's own")
    private String config;
    @Option(names = "--json", paramLabel = "FILE", description = "where the JSON goes; without it, to standard output")
    private Path json;

    public Map<String, Object> config() {
        return RunJson.parse(config);
    }

    /** Prints the summary, and the report too where there is no file to write it to. */
    public void deliver(CommandLine line, String summary, Object report) throws IOException {
        line.getOut().print(summary);
        if (json == null) {
            line.getOut().println(RunJson.of(report));
        } else {
            write(report);
            line.getOut().println("written to " + json);
        }
        line.getOut().flush();
    }

    private void write(Object report) throws IOException {
        Path absolute = json.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Files.writeString(absolute, RunJson.of(report) + "\n");
    }
}
