package org.gnnrec.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sizes of the files in a folder and below. */
public final class FolderSize {
    private FolderSize() {}

    /** Their sum in bytes. Files that a running server deletes meanwhile count as none. */
    public static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
