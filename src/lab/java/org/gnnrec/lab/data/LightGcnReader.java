package org.gnnrec.lab.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * The format of LightGCN's data sets: {@code train.txt}, {@code test.txt} and perhaps {@code valid.txt}, each line
 * {@code user item item ...} with ids from 0. A user without items is legal, an empty line too.
 */
final class LightGcnReader implements DatasetReader {
    @Override
    public String files() {
        return "LightGCN: train.txt and test.txt, perhaps valid.txt (lines of 'user item item ...')";
    }

    @Override
    public boolean recognizes(Path folder) {
        return Files.exists(folder.resolve("train.txt")) && Files.exists(folder.resolve("test.txt"));
    }

    @Override
    public void read(Path folder, DatasetBuilder into) {
        readPart(folder.resolve("train.txt"), Part.TRAIN, into);
        if (Files.exists(folder.resolve("valid.txt"))) {
            readPart(folder.resolve("valid.txt"), Part.VALID, into);
        }
        readPart(folder.resolve("test.txt"), Part.TEST, into);
    }

    private static void readPart(Path file, Part part, DatasetBuilder into) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                readLine(new Line(file, ++number, new StringTokenizer(line)), part, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
        }
    }

    private static void readLine(Line line, Part part, DatasetBuilder into) {
        if (!line.hasNext()) {
            return;
        }
        String user = line.next();
        into.user(user);
        while (line.hasNext()) {
            into.interaction(part, user, line.next());
        }
    }

    private record Line(Path file, long number, StringTokenizer tokens) {
        boolean hasNext() {
            return tokens.hasMoreTokens();
        }

        String next() {
            String token = tokens.nextToken();
            try {
                int id = Integer.parseInt(token);
                if (id >= 0) {
                    return Integer.toString(id);
                }
            } catch (NumberFormatException e) {
                throw MalformedLine.at(file, number, "'" + token + "' is not an id from 0 to 2147483647");
            }
            throw MalformedLine.at(file, number, "'" + token + "' is not an id from 0 to 2147483647");
        }
    }
}
