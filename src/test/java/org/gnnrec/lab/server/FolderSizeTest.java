package org.gnnrec.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizeTest {
    @TempDir
    private Path folder;

    @Test
    void countsFilesInAllFoldersBelow() throws IOException {
        assertThat(FolderSize.bytes(folder)).isZero();
        Files.write(folder.resolve("a"), new byte[5]);
        Files.write(Files.createDirectories(folder.resolve("b/c")).resolve("d"), new byte[7]);
        assertThat(FolderSize.bytes(folder)).isEqualTo(12);
    }
}
