package org.gnnrec.source;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.source.CypherTokens.Kind;
import org.gnnrec.source.CypherTokens.Token;

/** What the names in a piece of Cypher stand for, as far as the signs beside them tell. */
record CypherNames(List<Token> tokens) {
    /** True where the name stands for a variable, and not for a property, a label, a key of a map or a function. */
    boolean hasVariable(String name) {
        return has(name, this::isVariable);
    }

    /** True where a property of this name is read, of whatever variable. */
    boolean readsProperty(String name) {
        return has(name, this::isProperty);
    }

    boolean hasParameter() {
        return tokens.stream().anyMatch(token -> token.is("$"));
    }

    private boolean has(String name, IntPredicate role) {
        return IntStream.range(0, tokens.size()).filter(n -> isName(tokens.get(n), name)).anyMatch(role);
    }

    private static boolean isName(Token token, String name) {
        return (token.kind() == Kind.WORD || token.kind() == Kind.NAME) && token.text().equals(name);
    }

    private boolean isVariable(int n) {
        boolean isKey = is(n - 1, "{", ",") && is(n + 1, ":");
        boolean isLabel = is(n - 1, "|", "&", "!") || is(n - 1, ":") && !is(n - 3, "{", ",");
        return !isProperty(n) && !is(n - 1, "$") && (is(n + 1, ".") || !isKey && !isLabel && !is(n + 1, "("));
    }

    /** Two dots are a range. */
    private boolean isProperty(int n) {
        return is(n - 1, ".") && !is(n - 2, ".");
    }

    private boolean is(int n, String... signs) {
        return n >= 0 && n < tokens.size() && List.of(signs).stream().anyMatch(tokens.get(n)::is);
    }
}
