package org.gnnrec.model;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;

/** The keys of every type that learns by steps. */
public final class StepKeys {
    public static final Key<Integer> EMBEDDING_DIMENSION = Key
            .integer("embeddingDimension", 1, 1024, "How many floats an embedding has.").usually(64);
    public static final Key<Integer> EPOCHS = Key
            .integer("epochs", 1, 10_000, "The most passes over the interactions.").usually(60);
    public static final Key<Double> LEARNING_RATE = Key
            .number("learningRate", 1e-6, 1, "The learning rate of Adam.").usually(0.001);
    public static final Key<Integer> BATCH_SIZE = Key.integer("batchSize", 1, 262_144,
            "How many interactions a step has.").open("chosen");
    public static final Key<Loss> LOSS = loss(Loss.SOFTMAX, Loss.SOFTMAX_AT_K, Loss.BPR, Loss.MARGIN);
    public static final Key<Double> TEMPERATURE = Key.number("temperature", 0.01, 10, "The temperature of softmax.")
            .open("chosen");
    public static final Key<Double> TEMPERATURE_TOLERANCE = Key.number("temperatureTolerance", 0.01, 1000,
            "How alike the temperatures of users are; at 1000 all are equal.").usually(0.6);
    public static final Key<Integer> LOSS_TOP_K = Key.integer("lossTopK", 1, 1000,
            "With `loss: 'softmaxAtK'`: the length of the lists that the loss is about.").usually(20);
    public static final Key<Double> WEIGHT_TEMPERATURE = Key.number("weightTemperature", 0.01, 1000,
            "With `loss: 'softmaxAtK'`: how alike interactions within and beyond the first `lossTopK` "
                    + "places count.")
            .usually(3.0);
    public static final Key<Double> MARGIN = Key.number("margin", 0, 10,
            "With `loss: 'margin'`: how far the score of a user's item should exceed that of another item.")
            .usually(0.1);
    public static final Key<Integer> NEGATIVE_SAMPLES = Key.integer("negativeSamples", 1, 65_536,
            "How many negatives a step draws; 20 by default with `loss: 'walk'`.").usually(512);
    public static final Key<Double> NEGATIVE_POPULARITY = Key.number("negativePopularity", 0, 1,
            "How much popular items are preferred as negatives.").open("chosen");
    public static final Key<Double> NORM_EXPONENT = Key.number("normExponent", 0, 2,
            "How much the length of an item's embedding counts in its score; 1 for `bpr` and `margin`.").open("chosen");
    public static final Key<Double> DEGREE_EXPONENT = Key.number("degreeExponent", 0, 1,
            "How much an item's degree counts in its score; 0 for `bpr`, for `margin` and if items have no ids.")
            .open("chosen");
    public static final Key<Double> PENALTY_L2 = Key.number("penaltyL2", 0, 1,
            "The weight of the squared length of the embeddings in a step.").usually(1e-4);
    public static final Key<Integer> PATIENCE = Key.integer("patience", 1, 10_000,
            "After how many measurements without a gain of half a percent on validation the training stops.")
            .usually(5);
    private static final List<Key<?>> ALL = List.of(EMBEDDING_DIMENSION, EPOCHS, LEARNING_RATE, BATCH_SIZE, LOSS,
            TEMPERATURE, TEMPERATURE_TOLERANCE, LOSS_TOP_K, WEIGHT_TEMPERATURE, MARGIN, NEGATIVE_SAMPLES,
            NEGATIVE_POPULARITY, NORM_EXPONENT, DEGREE_EXPONENT, PENALTY_L2, PATIENCE);
    /** Nodes drawn by the walk loss, as in the authors' code. */
    private static final int WALK_NEGATIVES = 20;

    private StepKeys() {}

    /** The key of the loss for a type that can minimize these; the first is the default. */
    public static Key<Loss> loss(Loss... losses) {
        return Key.oneOf("loss", List.of(losses), "The loss that training minimizes.").usually(losses[0]);
    }

    /** All keys of this class and a type's own keys. A type's own key replaces a key of the same name. */
    public static List<Key<?>> with(List<Key<?>> own) {
        return Stream.concat(ALL.stream().filter(key -> !own.contains(key)), own.stream()).toList();
    }

    /** Fills in the values that follow from the loss. */
    public static Config complete(Config config) {
        return config.get(LOSS) == Loss.WALK && !config.has(NEGATIVE_SAMPLES)
                ? config.with(NEGATIVE_SAMPLES, WALK_NEGATIVES)
                : config;
    }

    /** The scale of items. Fails where the configuration leaves it open. */
    public static ItemScale scale(Config config) {
        return new ItemScale(config.require(NORM_EXPONENT), config.require(DEGREE_EXPONENT));
    }
}
