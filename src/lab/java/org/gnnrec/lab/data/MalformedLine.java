package org.gnnrec.lab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A line of a data file that cannot be read: the message has the file, the number of the line, why, and its text. */
public final class MalformedLine extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_TEXT = 120;

    private MalformedLine(String message) {
        super(message);
    }

    /** Lines count from 1; the text is read again from the file. */
    static MalformedLine at(Path file, long line, String why) {
        return new MalformedLine(file + ", line " + line + ": " + why + ": '" + text(file, line) + "'");
    }

    private static String text(Path file, long line) {
        try (Stream<String> lines = Files.lines(file)) {
            String text = lines.skip(line - 1).findFirst().orElse("");
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
