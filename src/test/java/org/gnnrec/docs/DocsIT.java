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

/** Every Cypher block of the documentation, page by page and in order, on the small shop that README makes. */
class DocsIT {
    private static final String SHOP = "// A small shop";
    /** Calls that have something to tell on that shop. */
    private static final Pattern ANSWERS = Pattern.compile("CALL (gnnrec|db\\.index)\\.");

    static List<Page> pages() {
        return Page.all();
    }

    @AfterAll
    static void leaveNothing() {
        SharedServer.clear();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theCypherOfThePageRunsAsItStands(Page page) {
        SharedServer.clear();
        List<String> shop = Page.readme().statementsOf(SHOP);
        assertThat(shop).isNotEmpty();
        shop.forEach(statement -> rows(statement));
        if (!page.text().startsWith("# gnnrec\n")) {
            rows("CALL gnnrec.train({layers: 1, temperature: 0.15, negativePopularity: 0})");
        }
        for (String statement : page.statements()) {
            List<Record> rows = run(statement);
            if (ANSWERS.matcher(statement).find()) {
                assertThat(rows).as("rows of " + statement).isNotEmpty();
            }
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
