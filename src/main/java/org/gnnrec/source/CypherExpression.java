package org.gnnrec.source;

/**
 * A Cypher expression that a user wrote. Put into brackets it stays one expression: its own brackets are balanced.
 *
 * @param text as it was written
 */
public record CypherExpression(String text) {
    /**
     * Checks an expression.
     *
     * @param key names it in errors
     * @throws IllegalArgumentException as {@link CypherTokens#of} does
     */
    public static CypherExpression of(String key, String text) {
        CypherTokens.of(key, text);
        return new CypherExpression(text);
    }

    /** The expression as a part of a query. */
    public String inBrackets() {
        return "(" + text + ")";
    }
}
