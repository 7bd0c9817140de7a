package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void theNearestNameIsSuggested() {
        assertThat(Suggestion.of("epoch", List.of("layers", "epochs", "batchSize")))
                .isEqualTo(" (did you mean 'epochs'?)");
        assertThat(Suggestion.of("bacthSize", Set.of("layers", "epochs", "batchSize")))
                .isEqualTo(" (did you mean 'batchSize'?)");
    }

    @Test
    void nothingIsSuggestedWhereNothingIsClose() {
        assertThat(Suggestion.of("color", List.of("layers", "epochs"))).isEmpty();
        assertThat(Suggestion.of("", List.of("layers"))).isEmpty();
        assertThat(Suggestion.of("epochs", List.of())).isEmpty();
    }

    @Test
    void theVerySameNameIsNeverSuggested() {
        assertThat(Suggestion.of("weight", List.of("weight"))).isEmpty();
        assertThat(Suggestion.of("weight", List.of("weight", "Weight"))).isEqualTo(" (did you mean 'Weight'?)");
    }

    @Test
    void theCaseOfLettersDoesNotHideAName() {
        assertThat(Suggestion.of("EMBEDDINGDIMENSION", List.of("embeddingDimension", "epochs")))
                .isEqualTo(" (did you mean 'embeddingDimension'?)");
    }

    @Test
    void ofTwoNamesAsCloseTheSuggestionDoesNotDependOnTheirOrder() {
        assertThat(Suggestion.of("model", List.of("modela", "modelb")))
                .isEqualTo(Suggestion.of("model", List.of("modelb", "modela")));
    }

    @Test
    void aVeryLongNameIsComparedWithNone() {
        assertThat(Suggestion.of("epochs".repeat(1_000_000), List.of("epochs"))).isEmpty();
    }
}
