package org.gnnrec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation; what it marks as Cypher runs as it stands. */
public record Page(Path file, String text) {
    private static final Pattern CYPHER = Pattern.compile("(?ms)^```cypher\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    public static Page of(String file) {
        return read(Path.of(file));
    }

    /** README and the pages in docs. */
    public static List<Page> all() {
        return Stream.concat(Stream.of(of("README.md")), in(Path.of("docs")).stream()).toList();
    }

    /** The pages directly in this folder, by name. */
    public static List<Page> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of all Cypher blocks, in order. */
    public List<String> statements() {
        return CYPHER.matcher(text).results().flatMap(block -> statements(block.group(1))).toList();
    }

    /** The statements of the block that begins with this comment. */
    public List<String> statementsOf(String comment) {
        return CYPHER.matcher(text).results().map(block -> block.group(1)).filter(block -> block.startsWith(comment))
                .flatMap(Page::statements).toList();
    }

    /** The files that this page links to, as it names them. */
    public List<String> linkedFiles() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Rows of the table whose heading begins with this cell, each as its cells. */
    public List<List<String>> table(String firstHeading) {
        Matcher table = Pattern
                .compile("(?m)^\\| " + Pattern.quote(firstHeading) + " \\|.*\\n\\|[- |]+\\n((?:\\|.*\\n)+)")
                .matcher(text);
        if (!table.find()) {
            throw new IllegalArgumentException("no table '" + firstHeading + "' in " + file);
        }
        return table.group(1).lines()
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip)
                        .toList())
                .toList();
    }

    private static Stream<String> statements(String block) {
        String code = block.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
        return Arrays.stream(code.split(";")).map(String::strip).filter(statement -> !statement.isEmpty());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
