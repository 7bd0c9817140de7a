package org.gnnrec.lab.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A {@link PowerLawGraph} as the CSV files that {@code neo4j-admin database import} reads.
 *
 * @param arguments what stands behind {@code database import full NAME}
 * @param relationships interactions, however many relationships they are made of
 */
public record ImportFiles(List<String> arguments, long relationships) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final BigInteger STEP = BigInteger.valueOf(2_654_435_761L);

    /** Writes users who like items; as many bytes are held as one user's row needs. */
    public static ImportFiles write(PowerLawGraph graph, Path folder) throws IOException {
        Path likes = folder.resolve("likes.csv");
        try (CSVPrinter csv = printer(likes, ":START_ID(User)", ":END_ID(Item)")) {
            long written = forEachPair(graph, (user, item) -> csv.printRecord(user, item));
            return with(graph, folder, List.of("--relationships=LIKES=" + likes), written);
        }
    }

    /** Writes users whose orders contain the items, each once. */
    public static ImportFiles writeOrders(PowerLawGraph graph, Path folder) throws IOException {
        try (OrderFiles orders = new OrderFiles(folder)) {
            long written = forEachPair(graph, orders::add);
            return with(graph, folder, orders.arguments(), written);
        }
    }

    private static ImportFiles with(PowerLawGraph graph, Path folder, List<String> between, long written)
            throws IOException {
        Path users = folder.resolve("users.csv");
        Path items = folder.resolve("items.csv");
        writeNodes(users, "User", graph.users());
        writeNodes(items, "Item", graph.items());
        List<String> nodes = List.of("--nodes=User=" + users, "--nodes=Item=" + items, "--id-type=integer");
        return new ImportFiles(Stream.concat(nodes.stream(), between.stream()).toList(), written);
    }

    private static void writeNodes(Path file, String group, int count) throws IOException {
        try (CSVPrinter csv = printer(file, "id:ID(" + group + ")")) {
            for (int id = 0; id < count; id++) {
                csv.printRecord(id);
            }
        }
    }

    /** Takes the ids of a user and an item. */
    private interface Pair {
        void write(int user, int item) throws IOException;
    }

    private static long forEachPair(PowerLawGraph graph, Pair pair) throws IOException {
        int[] ids = shuffled(graph.items());
        long written = 0;
        for (int user = 0; user < graph.users(); user++) {
            for (int item : graph.itemsOf(user)) {
                pair.write(user, ids[item]);
                written++;
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

    static CSVPrinter printer(Path file, String... header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        return new CSVPrinter(writer, FORMAT.builder().setHeader(header).get());
    }
}
