package org.gnnrec.training;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kinds;
import org.gnnrec.model.ModelType;

/** The keys of every training, whatever the type of model. */
public final class TrainingKeys {
    public static final Key<Double> VALIDATION_FRACTION = Key.number("validationFraction", 0, 0.5,
            "The share of each user's interactions to choose by, without `validationRelationshipTypes`; "
                    + "with 0 nothing is chosen.")
            .usually(0.1);
    public static final Key<Boolean> REFIT = Key.bool("refit",
            "Whether training goes on from the best epoch with everything; false with `validationRelationshipTypes`.")
            .usually(true);
    public static final Key<Long> RANDOM_SEED = Key.of("randomSeed", Kinds.whole(Long.MIN_VALUE, Long.MAX_VALUE),
            "The only source of chance.").usually(42L);
    public static final Key<Integer> CONCURRENCY = Key.integer("concurrency", 1, 64,
            "The number of threads; the result does not depend on it.")
            .usually(Math.min(4, Runtime.getRuntime().availableProcessors()), "processors, at most 4");
    public static final List<Key<?>> ALL = List.of(VALIDATION_FRACTION, REFIT, RANDOM_SEED, CONCURRENCY);

    private TrainingKeys() {}

    /** All keys that a training of this type reads. */
    public static List<Key<?>> of(ModelType type) {
        return Stream.concat(type.keys().stream(), ALL.stream()).toList();
    }
}
