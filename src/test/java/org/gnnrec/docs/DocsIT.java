package org.gnnrec.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.regex.Pattern;
import org.gnnrec.testing.Page;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;

/**
 * Runs every Cypher block of the documentation, each page in order on a database of its own. The quickstart begins with
 * nothing, README with the shop that the quickstart makes, any other page with the shop and a model of it.
 */
class DocsIT {
    private static final Page QUICKSTART = Page.of("docs/quickstart.md");
    private static final Page README = Page.of("README.md");
    private static final String SHOP = "// A small shop";
    /** Calls that have something to tell on that shop. */
    private static final Pattern ANSWERS = Pattern.compile("CALL (gnnrec|db\\.index)\\.");

    static List<Page> pages() {
        return Page.all().stream().filter(page -> !page.statements().isEmpty()).toList();
    }

    @AfterAll
    static void leaveNothing() {
        SharedServer.clear();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theCypherOfThePageRuns(Page page) {
        SharedServer.clear();
        prepare(page);
        for (String statement : page.statements()) {
            List<Record> rows = run(statement);
            if (ANSWERS.matcher(statement).find()) {
                assertThat(rows).as("rows of " + statement).isNotEmpty();
            }
        }
    }

    private static void prepare(Page page) {
        if (page.equals(QUICKSTART)) {
            return;
        }
        List<String> shop = QUICKSTART.statementsOf(SHOP);
        assertThat(shop).isNotEmpty();
        shop.forEach(statement -> rows(statement));
        if (!page.equals(README)) {
            rows("CALL gnnrec.train({layers: 1, temperature: 0.15, negativePopularity: 0})");
        }
    }

    private static List<Record> run(String statement) {
        try {
            return rows(statement);
        } catch (RuntimeException e) {
            throw new AssertionError("fails: " + statement, e);
        }
    }
}
