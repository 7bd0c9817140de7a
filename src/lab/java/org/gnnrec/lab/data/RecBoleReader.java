package org.gnnrec.lab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * RecBole's atomic files: {@code NAME.inter} (user_id, item_id, perhaps timestamp) and perhaps {@code NAME.item} and
 * {@code NAME.user}; parted by tabs, never quoted, the header {@code name:type}. Titles and genres are taken from
 * columns with one of the usual names, the year from {@code release_year}. Every line of the .inter file is an interaction.
 */
final class RecBoleReader implements DatasetReader {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setDelimiter('\t').setQuote(null).get();
    private static final List<String> TITLES = List.of("movie_title", "title", "name", "item_name");
    private static final List<String> GENRES = List.of("class", "genre", "genres", "categories");

    @Override
    public String files() {
        return "RecBole: one file *.inter, perhaps *.item and *.user (with headers 'user_id:token<TAB>item_id:token...')";
    }

    @Override
    public boolean recognizes(Path folder) {
        return !find(folder, ".inter").isEmpty();
    }

    @Override
    public void read(Path folder, DatasetBuilder into) {
        new CsvTable(only(folder, ".inter"), FORMAT).forEach(row -> readInteraction(row, into));
        if (!find(folder, ".item").isEmpty()) {
            new CsvTable(only(folder, ".item"), FORMAT).forEach(row -> readItem(row, into));
        }
        if (!find(folder, ".user").isEmpty()) {
            new CsvTable(only(folder, ".user"), FORMAT).forEach(row -> into.user(row.required("user_id")));
        }
    }

    private static void readInteraction(CsvTable.Row row, DatasetBuilder into) {
        if (row.has("timestamp")) {
            into.interaction(row.required("user_id"), row.required("item_id"), row.number("timestamp"));
        } else {
            into.interaction(row.required("user_id"), row.required("item_id"));
        }
    }

    private static void readItem(CsvTable.Row row, DatasetBuilder into) {
        String genres = firstOf(row, GENRES);
        into.item(row.required("item_id"), firstOf(row, TITLES),
                genres == null ? List.of() : List.of(genres.split(" +")), ReleaseYear.of(row.optional("release_year")));
    }

    private static String firstOf(CsvTable.Row row, List<String> columns) {
        return columns.stream().map(row::optional).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Path only(Path folder, String ending) {
        List<Path> files = find(folder, ending);
        if (files.size() > 1) {
            throw new IllegalArgumentException("more than one file *" + ending + " in " + folder + ": " + files);
        }
        return files.get(0);
    }

    private static List<Path> find(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
