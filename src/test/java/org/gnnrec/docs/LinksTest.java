package org.gnnrec.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.gnnrec.testing.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    private static final int LONGEST_DECISION = 40;

    static List<Page> pages() {
        return Stream.concat(Page.all().stream(), decisions().stream()).toList();
    }

    static List<Page> decisions() {
        return Page.in(Path.of("docs/adr"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesThatAreThere(Page page) {
        Path folder = page.file().toAbsolutePath().getParent();
        assertThat(page.linkedFiles()).allMatch(link -> Files.exists(folder.resolve(link)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsAreShortAndSayContextDecisionAndConsequences(Page page) {
        assertThat(page.text().lines().count()).isLessThanOrEqualTo(LONGEST_DECISION);
        assertThat(page.text()).contains("## Context", "## Decision", "## Consequences");
    }
}
