package org.gnnrec.lab.endure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * How a server answered a call, judged by the error's code and message.
 *
 * @param message null for an answer in rows
 */
record Answer(Kind kind, String message) {
    /** What gnnrec throws on purpose, with a message. */
    private static final Pattern CLEAR = Pattern
            .compile("(IllegalArgumentException|IllegalStateException|ModelFormatException): \\S");
    /** What Java or a library throws by accident. */
    private static final Pattern RAW = Pattern.compile("com\\.fasterxml\\.[\\w.$]+|\\b(?:java|jdk)\\.[\\w.]+\\.(?:"
            + "NullPointer|ClassCast|ArrayIndexOutOfBounds|IndexOutOfBounds|StringIndexOutOfBounds|NegativeArraySize"
            + "|Arithmetic|UncheckedIO|NoSuchElement|ArrayStore|NumberFormat|UnsupportedOperation|ConcurrentModification"
            + "|BufferUnderflow|BufferOverflow|DateTime)Exception"
            + "|\\b(?:OutOfMemory|StackOverflow|Assertion|NoClassDefFound|Linkage)Error");
    /** Neo4j's own refusals, which end the statement or the transaction and nothing else. */
    private static final Pattern OWN = Pattern.compile("Neo\\.ClientError\\.(Statement|Transaction|Request|Security"
            + "|Schema)\\..*|Neo\\.TransientError\\.(Transaction|General\\.(MemoryPool|TransactionMemory)).*");

    /** The kinds of answers; the first three are right ones. */
    enum Kind {
        ROWS, CLEAR, NEO4J, RAW, UNKNOWN
    }

    static final Answer ROWS = new Answer(Kind.ROWS, null);

    /** Judges an error. */
    static Answer of(Neo4jException e) {
        return of(e.code(), String.valueOf(e.getMessage()));
    }

    static Answer of(String code, String message) {
        return new Answer(kind(code, message), message);
    }

    private static Kind kind(String code, String message) {
        Matcher raw = RAW.matcher(message);
        if (raw.find()) {
            return Kind.RAW;
        }
        if (CLEAR.matcher(message).find()) {
            return Kind.CLEAR;
        }
        return OWN.matcher(code).matches() ? Kind.NEO4J : Kind.UNKNOWN;
    }

    boolean isRight() {
        return kind != Kind.RAW && kind != Kind.UNKNOWN;
    }
}
