package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.gnnrec.jobs.RunningTrainings.Claim;
import org.junit.jupiter.api.Test;

class RunningTrainingsTest {
    private final UUID database = UUID.randomUUID();

    @Test
    void aModelIsClaimedOnceUntilTheClaimIsClosed() {
        try (Claim claim = RunningTrainings.claim(database, "default")) {
            assertThat(claim.modelName()).isEqualTo("default");
            assertThatThrownBy(() -> RunningTrainings.claim(database, "default"))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("model 'default' is being trained");
        }
        RunningTrainings.claim(database, "default").close();
    }

    @Test
    void otherNamesAndOtherDatabasesAreFree() {
        try (Claim claim = RunningTrainings.claim(database, "default");
                Claim name = RunningTrainings.claim(database, "other");
                Claim base = RunningTrainings.claim(UUID.randomUUID(), "default")) {
            assertThat(claim).isNotEqualTo(name).isNotEqualTo(base);
        }
    }
}
