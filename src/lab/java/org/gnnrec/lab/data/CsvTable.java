package org.gnnrec.lab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A delimited file with a header, read row by row. A column's name ends at the first colon: RecBole writes
 * {@code name:type}.
 */
final class CsvTable {
    private final Path file;
    private final CSVFormat format;

    CsvTable(Path file, CSVFormat format) {
        this.file = file;
        this.format = format;
    }

    /** Hands over each row; the row object is valid during the call only. */
    void forEach(Consumer<Row> consumer) {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            try {
                readRows(parser, consumer);
            } catch (UncheckedIOException e) {
                throw malformed(parser, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
        }
    }

    private void readRows(CSVParser parser, Consumer<Row> consumer) {
        Map<String, Integer> header = null;
        for (CSVRecord values : parser) {
            if (header == null) {
                header = header(values);
                continue;
            }
            Row row = new Row(header, values, parser.getCurrentLineNumber());
            if (values.size() != header.size()) {
                throw row.malformed(values.size() + " columns instead of " + header.size());
            }
            consumer.accept(row);
        }
    }

    private RuntimeException malformed(CSVParser parser, UncheckedIOException e) {
        if (e.getCause() instanceof CSVException cause) {
            return MalformedLine.at(file, Math.max(1, parser.getCurrentLineNumber()), cause.getMessage());
        }
        return e;
    }

    private static Map<String, Integer> header(CSVRecord values) {
        Map<String, Integer> header = new HashMap<>();
        for (int column = 0; column < values.size(); column++) {
            header.put(values.get(column).replace("\uFEFF", "").replaceFirst(":.*", "").strip(), column);
        }
        return header;
    }

    /** One row, by the names of the columns. */
    final class Row {
        private final Map<String, Integer> header;
        private final CSVRecord values;
        private final long line;

        Row(Map<String, Integer> header, CSVRecord values, long line) {
            this.header = header;
            this.values = values;
            this.line = line;
        }

        boolean has(String column) {
            return header.containsKey(column);
        }

        /** The text of a column, never empty. */
        String required(String column) {
            String text = optional(column);
            if (text == null) {
                throw malformed("no " + column);
            }
            return text;
        }

        /** The text of a column, null where it is empty or the file has no such column. */
        String optional(String column) {
            Integer index = header.get(column);
            String text = index == null ? "" : values.get(index).strip();
            return text.isEmpty() ? null : text;
        }

        /** A number, rounded down. */
        long number(String column) {
            String text = required(column);
            try {
                return (long) Math.floor(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw malformed(column + " is not a number");
            }
        }

        MalformedLine malformed(String why) {
            return MalformedLine.at(file, line, why);
        }
    }
}
