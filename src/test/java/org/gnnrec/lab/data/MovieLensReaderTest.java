package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensReaderTest {
    private static final String RATINGS = """
            userId,movieId,rating,timestamp
            1,11,4.0,100
            1,5,0.5,101
            2,11,3.5,102
            """;
    private static final String MOVIES = """
            movieId,title,genres
            5,Plain Title (1999),Comedy
            11,"Captain, The ""Bold"" (2001)",Adventure|Sci-Fi
            12,Never Rated,(no genres listed)
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("ratings.csv", RATINGS);
        write("movies.csv", MOVIES);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Dataset read() {
        return DatasetFolder.read(folder, SplitRule.USER, 1);
    }

    @Test
    void everyRatingIsAnInteraction() {
        Dataset data = read();
        assertThat(data.userIds()).containsExactly(1L, 2L);
        assertThat(data.train().itemsOf(0)).containsExactly(0, 1);
        assertThat(data.train().itemsOf(1)).containsExactly(1);
        assertThat(data.split()).isEqualTo("user");
    }

    @Test
    void titlesMayHaveQuotesAndCommas() {
        assertThat(read().items()).containsExactly(new Item(5L, "Plain Title (1999)", List.of("Comedy"), 1999),
                new Item(11L, "Captain, The \"Bold\" (2001)", List.of("Adventure", "Sci-Fi"), 2001),
                new Item(12L, "Never Rated", List.of(), null));
        assertThat(read().hasTitles()).isTrue();
    }

    @Test
    void titlesMayBeMissing() throws IOException {
        Files.delete(folder.resolve("movies.csv"));
        assertThat(read().hasTitles()).isFalse();
        assertThat(read().items()).hasSize(2);
    }

    @Test
    void aRowWithTooFewColumnsIsMalformed() throws IOException {
        write("ratings.csv", RATINGS + "3,11\n");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class)
                .hasMessageContaining("ratings.csv, line 5: 2 columns instead of 4: '3,11'");
    }

    @Test
    void aRatingThatIsNoNumberIsMalformed() throws IOException {
        write("ratings.csv", RATINGS + "3,11,good,1\n");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class)
                .hasMessageContaining("line 5: rating is not a number: '3,11,good,1'");
    }

    @Test
    void anUnclosedQuoteIsMalformed() throws IOException {
        write("movies.csv", MOVIES + "13,\"Open,Drama\n");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class).hasMessageContaining("movies.csv, line");
    }

    @Test
    void aFileWithoutTheNamedColumnsIsMalformed() throws IOException {
        write("ratings.csv", "user,movie,rating,timestamp\n1,2,3,4\n");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class).hasMessageContaining("no userId");
    }
}
