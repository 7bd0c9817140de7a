package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFilesTest {
    private static final PowerLawGraph GRAPH = new PowerLawGraph(500, 100, 2_000, 1);

    @TempDir
    private Path folder;

    @Test
    void everyNodeHasALine() throws IOException {
        ImportFiles files = ImportFiles.write(GRAPH, folder);
        assertThat(Files.readAllLines(files.users())).hasSize(501).startsWith("id:ID(User)", "0", "1").endsWith("499");
        assertThat(Files.readAllLines(files.items())).hasSize(101).startsWith("id:ID(Item)", "0", "1").endsWith("99");
    }

    @Test
    void everyRelationshipHasALineOfKnownNodes() throws IOException {
        ImportFiles files = ImportFiles.write(GRAPH, folder);
        List<String> lines = Files.readAllLines(files.likes());
        assertThat(lines.get(0)).isEqualTo(":START_ID(User),:END_ID(Item)");
        assertThat(lines).hasSize(1 + (int) files.relationships()).doesNotHaveDuplicates();
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("[1-4]?\\d?\\d,\\d?\\d"));
    }

    @Test
    void everyItemHasAnIdOfItsOwn() throws IOException {
        ImportFiles files = ImportFiles.write(new PowerLawGraph(3_000, 30, 24_000, 1), folder);
        List<String> lines = Files.readAllLines(files.likes());
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.indexOf(',') + 1)).distinct()).hasSize(30);
    }
}
