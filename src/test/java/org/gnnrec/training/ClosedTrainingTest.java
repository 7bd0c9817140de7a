package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.gnnrec.toy.ToyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedTrainingTest {
    private static final ToyType TOY = new ToyType();
    private final CsrGraph graph = Graphs.random(40, 30, 0.3, 5);

    @ParameterizedTest
    @CsvSource({ "true, 0.2", "false, 0.2", "true, 0", "false, 0" })
    void usersAreWhatFoldInGivesForAllTheirItems(boolean refit, double fraction) {
        TrainingResult result = train(Map.of("refit", refit, "validationFraction", fraction), null);
        assertThat(result.fitted().sameEdges(graph)).isTrue();
        assertUsersAreFoldedIn(result);
    }

    @Test
    void givenValidationEdgesAreNoItemsOfTheirUsers() {
        TrainingResult result = train(Map.of("refit", false), Graphs.random(40, 30, 0.1, 6));
        assertThat(result.fitted().sameEdges(graph)).isTrue();
        assertUsersAreFoldedIn(result);
    }

    private static void assertUsersAreFoldedIn(TrainingResult result) {
        FoldIn foldIn = result.chosen().spec()
                .foldIn(new FittedModel(result.fitted(), result.model().items(), result.model().state()));
        for (int user = 0; user < result.fitted().rowCount(); user++) {
            assertThat(result.model().users().row(user))
                    .containsExactly(foldIn.embedding(UserInput.known(user), result.fitted(), user));
        }
    }

    @Test
    void theBestAlternativeIsChosenAndARefitLearnsFromEverything() {
        TrainingResult kept = train(Map.of("refit", false), null);
        TrainingResult refit = train(Map.of("refit", true), null);
        List<?> pilots = (List<?>) kept.metrics().get("pilots");
        assertThat(pilots).hasSize(2);
        assertThat(pilots).extracting(row -> (Double) ((Map<?, ?>) row).get("ndcgAt20"))
                .contains((Double) kept.metrics().get("ndcgAt20")).allMatch(
                        ndcg -> ndcg <= (double) kept.metrics().get("ndcgAt20"));
        assertThat(refit.chosen()).isNotEqualTo(kept.chosen());
        assertThat(refit.metrics()).containsEntry("toyExponent", kept.metrics().get("toyExponent"));
        assertThat(refit.model().items().data()).isNotEqualTo(kept.model().items().data());
    }

    private TrainingResult train(Map<String, Object> more, CsrGraph validation) {
        Map<String, Object> map = new HashMap<>(Map.of("embeddingDimension", 8L, "concurrency", 2L));
        map.putAll(more);
        TrainingConfig config = new TrainingConfig(TOY, Config.read(map, TrainingKeys.of(TOY)));
        return Trainer.train(
                new TrainingTask(graph, validation, Features.none(graph.rowCount(), graph.columnCount()), config, null),
                Cancellation.NEVER, (phase, done, of, loss, ndcg) -> {});
    }
}
