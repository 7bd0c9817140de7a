package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedType;
import org.gnnrec.model.SteppedType;

/**
 * Trains a model on a users x items graph, by steps or in closed form, as its type requires. What the configuration
 * leaves open is chosen by NDCG at 20 of held-out items. Equal tasks and kernels give equal bits.
 */
public final class Trainer {
    private Trainer() {}

    /**
     * Trains on the calling thread and {@code concurrency - 1} others, which end with it. A loss may use one more
     * thread.
     *
     * @throws IllegalStateException where the loss stops being finite
     * @throws IllegalArgumentException where the model gives all items the same embedding
     */
    public static TrainingResult train(TrainingTask task, Cancellation cancellation, TrainingListener listener) {
        return Distinction.require(learn(task, cancellation, listener));
    }

    private static TrainingResult learn(TrainingTask task, Cancellation cancellation, TrainingListener listener) {
        Split split = split(task);
        try (Parallel parallel = new Parallel(task.config().get(TrainingKeys.CONCURRENCY))) {
            Workers workers = Workers.of(parallel, cancellation);
            return switch (task.config().type()) {
                case SteppedType type -> new SteppedTraining(new StepConfig(type, task.config().values()), task.start(),
                        workers, listener).train(split, task.splitsOff());
                case ClosedType type -> new ClosedTraining(type, task.config().values(), workers, listener)
                        .train(split, task.splitsOff());
            };
        }
    }

    private static Split split(TrainingTask task) {
        return task.splitsOff()
                ? Split.of(task.interactions(), task.features(), task.config().get(TrainingKeys.VALIDATION_FRACTION),
                        new SplittableRandom(task.config().get(TrainingKeys.RANDOM_SEED)))
                : new Split(task.interactions(), task.validation(), task.features());
    }
}
