package org.gnnrec.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gnnrec.testing.Page;
import org.gnnrec.testing.Page.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of every page leads to a file and to a heading that are there. */
class LinksTest {
    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesThatAreThere(Page page) {
        assertThat(page.linkedFiles()).allMatch(file -> Files.exists(target(page, file)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anchorsLeadToHeadingsThatAreThere(Page page) {
        assertThat(page.links()).filteredOn(link -> link.anchor() != null)
                .allMatch(link -> linked(page, link).anchors().contains(link.anchor()));
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        Page page = new Page(Path.of("page.md"), """
                # Weights, and `time`
                ## gnnrec.train.estimate
                ### See [the keys](keys.md#all): a_b
                ## Twice
                ```text
                # a comment
                ```
                ## Twice
                """);
        assertThat(page.anchors()).containsExactlyInAnyOrder("weights-and-time", "gnnrectrainestimate",
                "see-the-keys-a_b", "twice", "twice-1");
    }

    private static Page linked(Page page, Link link) {
        return link.file().isEmpty() ? page : Page.of(target(page, link.file()).toString());
    }

    private static Path target(Page page, String file) {
        return page.file().toAbsolutePath().getParent().resolve(file).normalize();
    }
}
