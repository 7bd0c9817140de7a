package org.gnnrec.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.lab.client.GnnRecClient.Recommendation;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetBuilder;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;
import org.junit.jupiter.api.Test;

class TasteTest {
    private static Dataset dataset() {
        DatasetBuilder builder = new DatasetBuilder("d");
        builder.item("1", "First", List.of("Drama", "War"), null);
        builder.item("9", "Ninth", List.of(), null);
        for (int item = 1; item <= 8; item++) {
            builder.interaction(Part.TRAIN, "u1", Integer.toString(item));
        }
        builder.interaction(Part.TEST, "u1", "9");
        builder.interaction(Part.TRAIN, "u2", "10");
        return builder.build(SplitRule.USER, 1);
    }

    @Test
    void showsLikesAndRecommendationsWithAStarForTheHiddenOnes() {
        String text = new Taste(dataset()).describe(0,
                id -> id.equals("u1") ? List.of(new Recommendation(10L, 0.9), new Recommendation(9L, 0.8)) : List.of());
        assertThat(text.lines().toList()).startsWith("User u1 liked 8 items, such as").contains("    2")
                .endsWith("and is recommended", "    10", "  * Ninth");
        assertThat(text).containsPattern("    First +Drama, War\n");
    }

    @Test
    void usersWithFewLikesAreNotShown() {
        Taste taste = new Taste(dataset());
        assertThat(taste.someUsers(3, 1)).containsExactly(0);
        assertThat(taste.someUsers(0, 1)).isEmpty();
    }
}
