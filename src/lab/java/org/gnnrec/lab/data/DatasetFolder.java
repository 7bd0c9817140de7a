package org.gnnrec.lab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder with a public data set in one of the known formats, told apart by the files that are there. */
public final class DatasetFolder {
    private static final List<DatasetReader> READERS = List.of(new LightGcnReader(), new MovieLensReader(),
            new RecBoleReader());

    private DatasetFolder() {}

    /**
     * Reads a folder. A split that the files bring is kept as it is; else the rule makes one.
     *
     * @throws IllegalArgumentException for a folder in no known format (the message lists the files looked for), a
     *     malformed line, or another rule than 'user' where it cannot be kept
     */
    public static Dataset read(Path folder, SplitRule rule, long seed) {
        DatasetBuilder builder = new DatasetBuilder(folder.toAbsolutePath().normalize().getFileName().toString());
        readerOf(folder).read(folder, builder);
        return builder.build(rule, seed);
    }

    private static DatasetReader readerOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("data must be a folder but " + folder + " is none");
        }
        return READERS.stream().filter(reader -> reader.recognizes(folder)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no known data set in " + folder + ". Looked for:\n" + READERS.stream()
                                .map(reader -> "  " + reader.files()).collect(Collectors.joining("\n"))));
    }
}
