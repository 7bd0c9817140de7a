package org.gnnrec.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Cypher expression over one node, which gives a value of the node.
 *
 * @param variable the node in it: {@code user} or {@code item}
 */
public record NodeExpression(String variable, CypherExpression expression) {
    public static final String USER = CypherPattern.USER;
    public static final String ITEM = CypherPattern.ITEM;

    /**
     * Checks an expression.
     *
     * @param key names it in errors
     * @throws IllegalArgumentException where it does not use exactly one of the two nodes, has a parameter, or as
     *         {@link CypherTokens#of} does
     */
    public static NodeExpression of(String key, String text) {
        CypherNames names = names(key, text);
        List<String> used = Stream.of(USER, ITEM).filter(names::hasVariable).toList();
        if (used.size() != 1) {
            throw refused(key, text, used.isEmpty() ? "uses neither" : "uses both. Call other nodes in it otherwise");
        }
        if (names.hasParameter()) {
            throw refused(key, text, "has a parameter. Write its value");
        }
        return new NodeExpression(used.getFirst(), new CypherExpression(text));
    }

    private static CypherNames names(String key, String text) {
        return new CypherNames(CypherTokens.of(key, text));
    }

    private static IllegalArgumentException refused(String key, String text, String why) {
        return new IllegalArgumentException(key + " must be a Cypher expression over user or over item, as in "
                + "'user.age' or '[(item)-[:IN_GENRE]->(g) | g.name]', but " + CypherTokens.shown(text) + " " + why);
    }

    public String text() {
        return expression.text();
    }

    /** True where the text reads a property of this name, of this node or of another. */
    public boolean readsProperty(String name) {
        return names("the expression", text()).readsProperty(name);
    }
}
