package org.gnnrec.training;

import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.Loss;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.SteppedType;

/** The configuration of a training by steps. Open keys are chosen on validation. */
record StepConfig(SteppedType type, Config values) {
    private static final int LEAST_STEPS = 16;
    private static final int LEAST_BATCH = 64;
    private static final int USUAL_BATCH = 2048;
    private static final int MOST_BATCH = 262_144;
    private static final int MOST_STEPS = 400;
    private static final double USUAL_TEMPERATURE = 0.15;
    private static final double USUAL_POPULARITY = 0.5;
    /** The popularity of the walk loss, as in the authors' code. */
    private static final double WALK_POPULARITY = 0.75;

    <T> T get(Key<T> key) {
        return values.get(key);
    }

    SteppedSpec spec() {
        return type.spec(values);
    }

    int dimension() {
        return get(StepKeys.EMBEDDING_DIMENSION);
    }

    Loss loss() {
        return get(StepKeys.LOSS);
    }

    long randomSeed() {
        return get(TrainingKeys.RANDOM_SEED);
    }

    /**
     * Edges of one step on a graph of so many edges: {@code batchSize}. It is less where an epoch would have fewer than
     * 16 steps, in which Adam learns nothing, but not less than 64 for that reason. The default makes 400 steps an
     * epoch, but has at least 2048 edges: Adam updates all parameters in each step, so with a fixed size the time of an
     * epoch would grow with the square of the graph.
     */
    int batchOf(long edges) {
        Integer given = get(StepKeys.BATCH_SIZE);
        long small = Math.max(LEAST_BATCH, edges / LEAST_STEPS);
        return (int) Math.min(edges, Math.min(given != null ? given : usualBatch(edges), small));
    }

    private static long usualBatch(long edges) {
        return Math.clamp(edges / MOST_STEPS, USUAL_BATCH, MOST_BATCH);
    }

    /** Steps of an epoch on a graph of so many edges, the last perhaps short. */
    int stepsOf(long edges) {
        return (int) Math.ceilDiv(edges, (long) batchOf(edges));
    }

    /** This configuration, with open sizes set for a graph of so many edges. */
    StepConfig sized(long edges) {
        return with(type.sized(values.fill(StepKeys.BATCH_SIZE, batchOf(edges)), edges));
    }

    /** True if the loss sees cosines, false if inner products, as in the papers' BPR and in LightGCN++. */
    boolean seesCosines() {
        return loss().isSoftmax() && !spec().normalizesRows();
    }

    /** This configuration with other values for the same keys. */
    StepConfig with(Config others) {
        return new StepConfig(type, others);
    }

    /** The configuration without pilots. Its values were right for most data measured. */
    StepConfig settled() {
        StepConfig settled = with(type.settled(values)).withChosen(USUAL_TEMPERATURE,
                loss() == Loss.WALK ? WALK_POPULARITY : USUAL_POPULARITY);
        return loss().isPairwise() ? settled.withScale(ItemScale.NONE) : settled;
    }

    /** This configuration, with these values where they are open. */
    StepConfig withChosen(double temperature, double negativePopularity) {
        return with(values.fill(StepKeys.TEMPERATURE, temperature)
                .fill(StepKeys.NEGATIVE_POPULARITY, negativePopularity));
    }

    /** This configuration, with this scale where it is open. */
    StepConfig withScale(ItemScale scale) {
        return with(values.fill(StepKeys.NORM_EXPONENT, scale.norm()).fill(StepKeys.DEGREE_EXPONENT, scale.degree()));
    }

    /** The given exponents of the scale, and the start of the search for the others. */
    ItemScale firstScale() {
        return StepKeys.scale(withScale(spec().firstScale()).values());
    }
}
