package org.gnnrec.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tokens of a piece of Cypher that becomes part of a query: enough to see that it stays one piece wherever it is
 * put. Its brackets are balanced, and it has no comment, no semicolon and no unicode escape, which Cypher would replace
 * before it reads the rest. Whether the piece means anything is for Neo4j to say.
 */
final class CypherTokens {
    /** What a token is. A number is a word. */
    enum Kind {
        WORD, NAME, TEXT, SIGN, OPEN, CLOSE
    }

    /**
     * One token.
     *
     * @param text as it is written; a name in backticks without them
     * @param depth how many brackets are open around it; those of an opening or closing bracket are outside of it
     */
    record Token(Kind kind, String text, int depth) {
        boolean is(String sign) {
            return kind != Kind.TEXT && kind != Kind.NAME && text.equals(sign);
        }
    }

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String key;
    private final String cypher;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int place;

    private CypherTokens(String key, String cypher) {
        this.key = key;
        this.cypher = cypher;
    }

    /**
     * Splits a piece of Cypher. O(length).
     *
     * @param key names the piece in errors
     * @throws IllegalArgumentException where the piece could end what it is put into, or hide what follows it
     */
    static List<Token> of(String key, String cypher) {
        CypherTokens reader = new CypherTokens(key, cypher);
        reader.refuse(cypher.contains("\\u") || cypher.contains("\\U"),
                "has a unicode escape (\\u). Write the character itself, or give the text by params");
        while (reader.place < cypher.length()) {
            reader.next();
        }
        reader.refuse(!reader.open.isEmpty(), "does not close its '" + reader.open.peek() + "'");
        reader.refuse(reader.tokens.isEmpty(), "is empty");
        return reader.tokens;
    }

    private void next() {
        char first = cypher.charAt(place);
        if (Character.isWhitespace(first)) {
            place++;
        } else if (Character.isJavaIdentifierPart(first) && first != '$') {
            word();
        } else if (first == '\'' || first == '"' || first == '`') {
            quoted(first);
        } else if (OPENING.indexOf(first) >= 0) {
            add(Kind.OPEN, place + 1);
            open.push(first);
        } else if (CLOSING.indexOf(first) >= 0) {
            close(first);
        } else {
            sign(first);
        }
    }

    private void word() {
        int end = place;
        while (end < cypher.length() && Character.isJavaIdentifierPart(cypher.charAt(end))) {
            end++;
        }
        add(Kind.WORD, end);
    }

    private void quoted(char quote) {
        int end = place + 1;
        while (end < cypher.length() && !isEnd(end, quote)) {
            end += isEscape(end, quote) ? 2 : 1;
        }
        refuse(end >= cypher.length(), "does not close its " + quote);
        String inside = cypher.substring(place + 1, end);
        tokens.add(new Token(quote == '`' ? Kind.NAME : Kind.TEXT, inside.replace("``", "`"), open.size()));
        place = end + 1;
    }

    /** In a name two backticks are one; in a text a backslash takes the next character with it. */
    private boolean isEscape(int at, char quote) {
        return quote == '`' ? cypher.startsWith("``", at) : cypher.charAt(at) == '\\';
    }

    private boolean isEnd(int at, char quote) {
        return cypher.charAt(at) == quote && !(quote == '`' && cypher.startsWith("``", at));
    }

    private void close(char bracket) {
        boolean fits = !open.isEmpty() && OPENING.indexOf(open.peek()) == CLOSING.indexOf(bracket);
        refuse(!fits, "closes with '" + bracket + "' what it did not open");
        open.pop();
        add(Kind.CLOSE, place + 1);
    }

    private void sign(char first) {
        refuse(first == ';', "has a ';'");
        refuse(first == '\\', "has a backslash outside of a text");
        refuse(cypher.startsWith("//", place) || cypher.startsWith("/*", place), "has a comment");
        add(Kind.SIGN, place + 1);
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, cypher.substring(place, end), open.size()));
        place = end;
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(key + " must be one piece of Cypher, but " + shown(cypher) + " " + why);
        }
    }

    /** A text in an error, in quotes, cut to some hundred characters. */
    static String shown(String text) {
        return "'" + (text.length() <= 200 ? text : text.substring(0, 200) + "...") + "'";
    }
}
