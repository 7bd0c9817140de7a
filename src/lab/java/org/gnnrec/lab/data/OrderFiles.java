package org.gnnrec.lab.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/**
 * Orders of several items each, which stand between users and items: {@code (:User)-[:PLACED]->(:Order)-[:CONTAINS]->
 * (:Item)}, as CSV files of an import.
 */
final class OrderFiles implements AutoCloseable {
    /** Items of one order. */
    private static final int LINES = 5;

    private final Path orders;
    private final Path placed;
    private final Path contains;
    private final CSVPrinter orderCsv;
    private final CSVPrinter placedCsv;
    private final CSVPrinter containsCsv;
    private int order = -1;
    private int lines = LINES;
    private int user = -1;

    OrderFiles(Path folder) throws IOException {
        this.orders = folder.resolve("orders.csv");
        this.placed = folder.resolve("placed.csv");
        this.contains = folder.resolve("contains.csv");
        this.orderCsv = ImportFiles.printer(orders, "id:ID(Order)");
        this.placedCsv = ImportFiles.printer(placed, ":START_ID(User)", ":END_ID(Order)");
        this.containsCsv = ImportFiles.printer(contains, ":START_ID(Order)", ":END_ID(Item)");
    }

    /** Puts an item into the order of the user, or into a new one where that is full. */
    void add(int buyer, int item) throws IOException {
        if (buyer != user || lines == LINES) {
            user = buyer;
            lines = 0;
            orderCsv.printRecord(++order);
            placedCsv.printRecord(buyer, order);
        }
        lines++;
        containsCsv.printRecord(order, item);
    }

    /** What {@code database import full} reads of them. */
    List<String> arguments() {
        return List.of("--nodes=Order=" + orders, "--relationships=PLACED=" + placed,
                "--relationships=CONTAINS=" + contains);
    }

    @Override
    public void close() throws IOException {
        orderCsv.close();
        placedCsv.close();
        containsCsv.close();
    }
}
