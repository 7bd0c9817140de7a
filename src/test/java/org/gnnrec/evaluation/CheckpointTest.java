package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    @Test
    void onlyTheOwnerAsksAndTheOthersStopWithIt() {
        Checkpoint checkpoint = new Checkpoint(() -> {
            throw new IllegalStateException("terminated");
        });
        assertThat(failureElsewhere(checkpoint)).isNull();
        assertThatIllegalStateException().isThrownBy(checkpoint::pass).withMessage("terminated");
        assertThat(failureElsewhere(checkpoint)).isInstanceOf(CancellationException.class);
    }

    private static Throwable failureElsewhere(Checkpoint checkpoint) {
        try {
            CompletableFuture.runAsync(checkpoint::pass, work -> new Thread(work).start()).join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}
