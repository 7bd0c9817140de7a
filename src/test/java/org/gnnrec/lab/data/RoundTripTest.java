package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVFormat;

/** What is written in a format reads back equal. */
class RoundTripTest {
    private static final List<Part> PARTS = List.of(Part.values());
    private static Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("gnnrec-round-trip");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 50)
    void lightGcnFiles(@ForAll long seed) throws IOException {
        Dataset data = randomDataset(seed);
        for (Part part : Part.values()) {
            Files.writeString(folder.resolve(part.toString().toLowerCase(Locale.ROOT) + ".txt"),
                    lines(data, data.part(part)));
        }
        assertThat(DatasetFolder.read(folder, SplitRule.USER, 1)).isEqualTo(data);
        for (Part part : Part.values()) {
            Files.delete(folder.resolve(part.toString().toLowerCase(Locale.ROOT) + ".txt"));
        }
    }

    private static Dataset randomDataset(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DatasetBuilder builder = new DatasetBuilder(folder.getFileName().toString());
        for (int user = 0; user < 20; user++) {
            builder.user(Integer.toString(user * 3));
        }
        for (int i = 0; i < 150; i++) {
            builder.interaction(PARTS.get(random.nextInt(3)), Integer.toString(3 * random.nextInt(20)),
                    Integer.toString(random.nextInt(1000)));
        }
        return builder.build(SplitRule.USER, 1);
    }

    private static String lines(Dataset data, Interactions part) {
        return IntStream.range(0, data.userIds().size()).mapToObj(user -> data.userIds().get(user)
                + IntStream.of(part.itemsOf(user)).mapToObj(item -> " " + data.items().get(item).id())
                        .collect(Collectors.joining())
                + "\n").collect(Collectors.joining());
    }

    @Property(tries = 100)
    void movieLensTitles(
            @ForAll @NotBlank @StringLength(max = 20) @CharRange(from = ' ', to = '~') @Chars({ '\n', 'é', '"',
                    ',' }) String title) {
        try {
            Files.writeString(folder.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,2,3,4\n");
            Files.writeString(folder.resolve("movies.csv"),
                    CSVFormat.DEFAULT.format("movieId", "title", "genres") + "\r\n"
                            + CSVFormat.DEFAULT.format("2", title, "Drama|War") + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(DatasetFolder.read(folder, SplitRule.USER, 1).items())
                .containsExactly(
                        new Item(2L, title.strip(), List.of("Drama", "War"), ReleaseYear.ofTitle(title.strip())));
    }
}
