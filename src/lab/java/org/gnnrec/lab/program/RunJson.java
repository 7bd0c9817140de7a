package org.gnnrec.lab.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** What the runs take and give as JSON. */
public final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** The training keys of an option {@code config}. */
    public static Map<String, Object> parse(String config) {
        try {
            return MAPPER.readValue(config, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("config must be a JSON object but was '" + config + "'", e);
        }
    }

    /** A report as one indented object. */
    public static String of(Object report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    /** Prints the summary, and the report too where there is no file to write it to. */
    public static void deliver(CommandLine line, String summary, Object report, Path file) throws IOException {
        line.getOut().print(summary);
        if (file == null) {
            line.getOut().println(of(report));
        } else {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.writeString(absolute, of(report) + "\n");
            line.getOut().println("written to " + file);
        }
        line.getOut().flush();
    }
}
