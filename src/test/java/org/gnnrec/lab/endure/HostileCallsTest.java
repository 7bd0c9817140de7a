package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileCallsTest {
    private static List<HostileCall> draw(long seed) {
        HostileCalls calls = new HostileCalls(new SplittableRandom(seed));
        return Stream.generate(calls::next).limit(500).toList();
    }

    @Test
    void theSameSeedDrawsTheSameCalls() {
        assertThat(draw(1)).extracting(HostileCall::query).isEqualTo(draw(1).stream().map(HostileCall::query).toList())
                .isNotEqualTo(draw(2).stream().map(HostileCall::query).toList());
    }

    @Test
    void everyProcedureAndTheFunctionAreCalled() {
        String all = draw(1).stream().map(HostileCall::query).distinct().toList().toString();
        assertThat(all).contains("gnnrec.train(", "gnnrec.train.estimate(", "gnnrec.recommend(", "gnnrec.explain(",
                "gnnrec.evaluate(", "gnnrec.embeddings.mutate(", "gnnrec.embeddings.write(", "gnnrec.communities(",
                "gnnrec.model.list(",
                "gnnrec.model.exists(", "gnnrec.model.drop(", "gnnrec.schema(", "gnnrec.version(", "gnnrec.embedding(");
    }

    @Test
    void aCallThatWritesNamesNoGoodModel() {
        assertThat(draw(1)).filteredOn(HostileCall::writes).isNotEmpty()
                .noneMatch(call -> call.toString().contains("modelName='good'"));
    }

    @Test
    void aCallIsShownShortly() {
        assertThat(draw(5)).extracting(HostileCall::toString).allMatch(shown -> shown.length() < 6_000);
    }
}
