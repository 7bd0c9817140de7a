package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OwnedCancellationTest {
    @Test
    void onlyTheOwnerAsksAndTheOthersStopWithIt() {
        Cancellation cancellation = new OwnedCancellation(() -> {
            throw new IllegalStateException("terminated");
        });
        assertThat(failureElsewhere(cancellation)).isNull();
        assertThatIllegalStateException().isThrownBy(cancellation::check).withMessage("terminated");
        assertThat(failureElsewhere(cancellation)).isInstanceOf(CancellationException.class);
    }

    private static Throwable failureElsewhere(Cancellation cancellation) {
        try {
            CompletableFuture.runAsync(cancellation::check, work -> new Thread(work).start()).join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}
