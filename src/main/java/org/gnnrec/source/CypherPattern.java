package org.gnnrec.source;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.source.CypherTokens.Kind;
import org.gnnrec.source.CypherTokens.Token;

/**
 * The pattern of a path from a node {@code user} to a node {@code item}, or the other way round, as after
 * {@code MATCH}. Outside of its brackets it has no word, so that it cannot begin another clause.
 *
 * @param text as it was written
 * @param userLabels the labels that it gives the user, of which a node has any; empty where it does not say it plainly
 * @param itemLabels the labels that it gives the item
 */
public record CypherPattern(String text, List<String> userLabels, List<String> itemLabels) {

    static final String USER = "user";
    static final String ITEM = "item";

    /**
     * Checks a pattern.
     *
     * @param key names it in errors
     * @throws IllegalArgumentException where it is no single path, names no user or no item, or as
     *         {@link CypherTokens#of} does
     */
    public static CypherPattern of(String key, String text) {
        List<Token> tokens = CypherTokens.of(key, text);
        tokens.stream().filter(token -> token.depth() == 0).forEach(token -> requirePath(key, token));
        return new CypherPattern(text, labels(key, tokens, USER), labels(key, tokens, ITEM));
    }

    private static void requirePath(String key, Token token) {
        boolean isBracket = token.kind() == Kind.OPEN || token.kind() == Kind.CLOSE;
        if (!isBracket && (token.kind() != Kind.SIGN || token.is(","))) {
            throw new IllegalArgumentException(key + " must be one path of nodes and relationships, as in "
                    + "'(user:Customer)-[:BOUGHT]->(item:Product)', but has '" + token.text()
                    + "' between them. Put conditions into where, as in EXISTS { (item)-[:IN]->(:Category) }");
        }
    }

    private static List<String> labels(String key, List<Token> tokens, String variable) {
        List<String> labels = List.of();
        boolean isNamed = false;
        for (int n = 0; n + 1 < tokens.size(); n++) {
            if (tokens.get(n).is("(") && tokens.get(n + 1).is(variable)) {
                isNamed = true;
                labels = labels.isEmpty() ? labels(tokens.subList(n + 2, tokens.size())) : labels;
            }
        }
        if (!isNamed) {
            throw new IllegalArgumentException(key + " must name a node '" + variable
                    + "', as in '(user:Customer)-[:BOUGHT]->(item:Product)'");
        }
        return labels;
    }

    /** Reads {@code :A}, {@code :A|B}, {@code :A:B} and {@code :A&B}; of labels that a node has all of, the first. */
    private static List<String> labels(List<Token> rest) {
        List<String> labels = new ArrayList<>();
        int n = 0;
        while (rest.get(n).is(":") || rest.get(n).is("|")) {
            n += rest.get(n).is("|") && rest.get(n + 1).is(":") ? 2 : 1;
            if (!isName(rest.get(n))) {
                return List.of();
            }
            labels.add(rest.get(n++).text());
            if (rest.get(n).is("&") || rest.get(n).is(":")) {
                return labels.size() == 1 && !hasAlternative(rest) ? labels : List.of();
            }
        }
        return labels;
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
    }

    /** True where a '|' stands before the end of this node. */
    private static boolean hasAlternative(List<Token> rest) {
        int depth = rest.getFirst().depth();
        return rest.stream().takeWhile(token -> token.depth() >= depth).anyMatch(token -> token.is("|"));
    }
}
