package org.gnnrec.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionsTest {
    private static final Page INDEX = Page.of("docs/adr/README.md");
    private static final int LONGEST = 40;

    static List<Page> decisions() {
        return Page.in(Path.of("docs/adr")).stream().filter(page -> !page.equals(INDEX)).toList();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isShortAndHasContextDecisionAndConsequences(Page page) {
        assertThat(page.text().lines().count()).isLessThanOrEqualTo(LONGEST);
        assertThat(page.text()).contains("## Context", "## Decision", "## Consequences");
    }

    @Test
    void theIndexListsEachOnceInOrder() {
        assertThat(INDEX.linkedFiles())
                .containsExactlyElementsOf(decisions().stream().map(page -> page.file().getFileName().toString())
                        .toList());
    }
}
