package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFilesTest {
    private static final PowerLawGraph GRAPH = new PowerLawGraph(500, 100, 2_000, 1);

    @TempDir
    private Path folder;

    @Test
    void everyNodeHasALine() throws IOException {
        ImportFiles.write(GRAPH, folder);
        assertThat(Files.readAllLines(folder.resolve("users.csv"))).hasSize(501).startsWith("id:ID(User)", "0", "1")
                .endsWith("499");
        assertThat(Files.readAllLines(folder.resolve("items.csv"))).hasSize(101).startsWith("id:ID(Item)", "0", "1")
                .endsWith("99");
    }

    @Test
    void everyRelationshipHasALineOfKnownNodes() throws IOException {
        ImportFiles files = ImportFiles.write(GRAPH, folder);
        List<String> lines = Files.readAllLines(folder.resolve("likes.csv"));
        assertThat(lines.get(0)).isEqualTo(":START_ID(User),:END_ID(Item)");
        assertThat(lines).hasSize(1 + (int) files.relationships()).doesNotHaveDuplicates();
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("[1-4]?\\d?\\d,\\d?\\d"));
    }

    @Test
    void everyItemHasAnIdOfItsOwn() throws IOException {
        ImportFiles.write(new PowerLawGraph(3_000, 30, 24_000, 1), folder);
        List<String> lines = Files.readAllLines(folder.resolve("likes.csv"));
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.indexOf(',') + 1)).distinct()).hasSize(30);
    }

    @Test
    void everyItemIsInOneOrderOfItsUserWhichHasFiveAtMost() throws IOException {
        long written = ImportFiles.writeOrders(GRAPH, folder).relationships();
        List<String> contains = Files.readAllLines(folder.resolve("contains.csv"));
        assertThat(written).isEqualTo(ImportFiles.write(GRAPH, folder).relationships());
        assertThat(contains).hasSize(1 + (int) written).doesNotHaveDuplicates();
        int orders = Files.readAllLines(folder.resolve("orders.csv")).size() - 1;
        assertThat(Files.readAllLines(folder.resolve("placed.csv"))).hasSize(1 + orders);
        assertThat(contains.stream().skip(1).collect(Collectors.groupingBy(line -> line.split(",")[0])).values())
                .hasSize(orders).allMatch(lines -> lines.size() <= 5);
    }
}
