package org.gnnrec.lab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * The CSV form of MovieLens: {@code ratings.csv} (userId, movieId, rating, timestamp) and perhaps {@code movies.csv}
 * (movieId, title, genres parted by bars; the title ends in the year). Every rating is an interaction, whatever its value.
 */
final class MovieLensReader implements DatasetReader {
    private static final String NO_GENRES = "(no genres listed)";

    @Override
    public String files() {
        return "MovieLens: ratings.csv, perhaps movies.csv (with headers 'userId,movieId,...' and 'movieId,title,genres')";
    }

    @Override
    public boolean recognizes(Path folder) {
        return Files.exists(folder.resolve("ratings.csv"));
    }

    @Override
    public void read(Path folder, DatasetBuilder into) {
        new CsvTable(folder.resolve("ratings.csv"), CSVFormat.DEFAULT).forEach(row -> readRating(row, into));
        Path movies = folder.resolve("movies.csv");
        if (Files.exists(movies)) {
            new CsvTable(movies, CSVFormat.DEFAULT).forEach(row -> readMovie(row, into));
        }
    }

    private static void readRating(CsvTable.Row row, DatasetBuilder into) {
        row.number("rating");
        if (row.has("timestamp")) {
            into.interaction(row.required("userId"), row.required("movieId"), row.number("timestamp"));
        } else {
            into.interaction(row.required("userId"), row.required("movieId"));
        }
    }

    private static void readMovie(CsvTable.Row row, DatasetBuilder into) {
        String genres = row.optional("genres");
        List<String> list = genres == null || genres.equals(NO_GENRES) ? List.of() : List.of(genres.split("\\|"));
        String title = row.optional("title");
        into.item(row.required("movieId"), title, list, ReleaseYear.ofTitle(title));
    }
}
