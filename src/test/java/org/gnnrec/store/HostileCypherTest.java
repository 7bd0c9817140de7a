package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.source.CypherExpression;
import org.gnnrec.source.CypherPattern;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.testing.TestDatabase;

/** Texts that try to leave their place: either they are refused, or the query stays the one that gnnrec made. */
class HostileCypherTest {
    private static final TestDatabase NEO4J = new TestDatabase();
    private static final CypherPattern PATTERN = CypherPattern.of("pattern", "(user)-[r]->(item)");

    /** Something that closes the bracket, goes on as it likes and opens another. */
    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> noise = Arbitraries.of("", "", "'", "\"", "`", "'\\'", "/*", "//", "\\u0029", "[", "{", "'('",
                "\n");
        Arbitrary<String> lead = Arbitraries.of("1", "true", "r.x", "EXISTS { (user) }", "'a'", "(");
        Arbitrary<String> close = Arbitraries.of("", ")", "))", "}", "]");
        Arbitrary<String> clause = Arbitraries.of("", " AS y, ", " AS z, 2 AS y, ", " RETURN user, item, 1 AS y UNION ",
                " RETURN 1 AS y ORDER BY ", " CREATE (:X) RETURN 1 AS y, ", " OR ", " MATCH (item) RETURN 1 AS y, ");
        Arbitrary<String> open = Arbitraries.of("", "(", "((", "{", "[");
        return Combinators.combine(lead, close, clause, open, lead, noise, noise)
                .as((first, closing, middle, opening, last, before, after) -> first + before + closing + middle
                        + opening
                        + after + last);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("(user)", "(item)", "-->", "-[r]->", "(", ")", "-", ">", "[", "]", "{", "}", "'", "`",
                "//", "/*", ";", "\n", ",", " RETURN user, item UNION MATCH ", " CREATE (:X) ", " WHERE ", "true",
                "(user WHERE ", " SET user.x = 1 ", "(:X {x: ", "1", "+", "{1,2}").list().ofMinSize(2).ofMaxSize(6)
                .map(parts -> "(user)-->(item)" + String.join("", parts));
    }

    @Property(seed = "1", tries = 3000)
    void anExpressionStaysOneColumn(@ForAll("expressions") String text) {
        accepted(() -> CypherExpression.of("weight", text)).ifPresent(weight -> requireOurs(
                new InteractionPattern("x", PATTERN, null, weight, null, Map.of("x", 1L)),
                List.of("user", "item", InteractionPattern.WEIGHT)));
    }

    @Property(seed = "2", tries = 3000)
    void aConditionStaysACondition(@ForAll("expressions") String text) {
        accepted(() -> CypherExpression.of("where", text)).ifPresent(where -> requireOurs(
                new InteractionPattern("x", PATTERN, where, null, null, Map.of("x", 1L)), List.of("user", "item")));
    }

    @Property(seed = "3", tries = 3000)
    void aPatternHasNoWordOutsideOfItsBrackets(@ForAll("patterns") String text) {
        accepted(() -> CypherPattern.of("pattern", text))
                .ifPresent(pattern -> assertThat(outside(pattern.text())).as(text).matches("[-<>+=.:|&!%*\\s]*"));
    }

    /** What is left without quoted pieces and brackets: by replacing, where the code reads tokens. */
    private static String outside(String text) {
        String rest = text.replaceAll("'[^']*'|`[^`]*`", "q");
        for (String before = ""; !before.equals(rest);) {
            before = rest;
            rest = rest.replaceAll("\\([^()\\[\\]{}]*\\)|\\[[^()\\[\\]{}]*]|\\{[^()\\[\\]{}]*}", "");
        }
        return rest;
    }

    private static <T> Optional<T> accepted(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void requireOurs(InteractionPattern pattern, List<String> columns) {
        Map<String, Object> params = new HashMap<>(pattern.params());
        params.put(InteractionPattern.NODES, List.of());
        ReadOnlyQuery query = new ReadOnlyQuery("x", pattern.ofUsers(), params);
        Optional<ReadOnlyQuery.Plan> plan = accepted(() -> NEO4J.in(query::plan));
        plan.ifPresent(made -> assertThat(made.columns()).as(query.text()).isEqualTo(columns));
    }
}
