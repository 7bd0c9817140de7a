package org.gnnrec.lab.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A {@link PowerLawGraph} as the CSV files that {@code neo4j-admin database import} reads. */
public record ImportFiles(Path users, Path items, Path likes, long relationships) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final BigInteger STEP = BigInteger.valueOf(2_654_435_761L);

    /** Writes them into a folder; as many bytes are held as one user's row needs. */
    public static ImportFiles write(PowerLawGraph graph, Path folder) throws IOException {
        Path users = folder.resolve("users.csv");
        Path items = folder.resolve("items.csv");
        Path likes = folder.resolve("likes.csv");
        writeNodes(users, "User", graph.users());
        writeNodes(items, "Item", graph.items());
        return new ImportFiles(users, items, likes, writeLikes(likes, graph));
    }

    /** What stands behind {@code database import full NAME}. */
    public List<String> arguments() {
        return List.of("--nodes=User=" + users, "--nodes=Item=" + items, "--relationships=LIKES=" + likes,
                "--id-type=integer");
    }

    private static void writeNodes(Path file, String group, int count) throws IOException {
        try (CSVPrinter csv = printer(file, "id:ID(" + group + ")")) {
            for (int id = 0; id < count; id++) {
                csv.printRecord(id);
            }
        }
    }

    private static long writeLikes(Path file, PowerLawGraph graph) throws IOException {
        int[] ids = shuffled(graph.items());
        long written = 0;
        try (CSVPrinter csv = printer(file, ":START_ID(User)", ":END_ID(Item)")) {
            for (int user = 0; user < graph.users(); user++) {
                for (int item : graph.itemsOf(user)) {
                    csv.printRecord(user, ids[item]);
                    written++;
                }
            }
        }
        return written;
    }

    /** So that popular items are not neighbors in the store, as they are not in a grown one. */
    private static int[] shuffled(int count) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger step = STEP;
        while (!step.gcd(n).equals(BigInteger.ONE)) {
            step = step.nextProbablePrime();
        }
        long factor = step.mod(n).longValueExact();
        return IntStream.range(0, count).map(item -> (int) (item * factor % count)).toArray();
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        return new CSVPrinter(writer, FORMAT.builder().setHeader(header).get());
    }
}
