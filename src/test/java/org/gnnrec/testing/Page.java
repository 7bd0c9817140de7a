package org.gnnrec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation; what it marks as Cypher runs as it stands. */
public record Page(Path file, String text) {
    private static final Pattern CYPHER = Pattern.compile("(?ms)^```cypher\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]*)(?:#([^)]*))?\\)");

    public static Page of(String file) {
        return read(Path.of(file));
    }

    /** Every page of the project, by name. */
    public static List<Page> all() {
        return Stream.of(in(Path.of("")), under(Path.of("docs"), Integer.MAX_VALUE)).flatMap(List::stream).toList();
    }

    /** The pages directly in this folder, by name. */
    public static List<Page> in(Path folder) {
        return under(folder, 1);
    }

    private static List<Page> under(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
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
        return links().stream().map(Link::file).filter(file -> !file.isEmpty()).toList();
    }

    /** Links within the project; those of the web are left out. */
    public List<Link> links() {
        return LINK.matcher(prose()).results().map(link -> new Link(link.group(1), link.group(2))).toList();
    }

    /** The anchors that GitHub gives the headings of this page. */
    public Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(prose()).results().map(heading -> anchor(heading.group(1))).forEach(anchor -> {
            String unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        });
        return anchors;
    }

    private static String anchor(String heading) {
        String words = heading.replaceAll("\\[(.*?)\\]\\(.*?\\)", "$1").strip().toLowerCase(Locale.ROOT);
        return words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    }

    private String prose() {
        return CODE.matcher(text).replaceAll("");
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

    /** A link to a file, or to this page where the file is empty; the anchor may be null. */
    public record Link(String file, String anchor) {}

    private static Stream<String> statements(String block) {
        String code = block.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
        return Arrays.stream(code.split(";")).map(String::strip).filter(statement -> !statement.isEmpty());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
