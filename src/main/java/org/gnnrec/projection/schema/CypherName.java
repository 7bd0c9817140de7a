package org.gnnrec.projection.schema;

import java.util.regex.Pattern;

/** Names of labels, relationship types and properties within Cypher. */
final class CypherName {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private CypherName() {}

    /** The name as it is if it has letters, digits and underscores of ASCII alone, else in backticks. */
    static String of(String name) {
        return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
    }

    /** False for a name that no backticks keep: before Cypher 25, a backslash and a u begin an escape there too. */
    static boolean isWritable(String name) {
        return !name.contains("\\u") && !name.contains("\\U");
    }
}
