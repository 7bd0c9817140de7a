package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what the configuration leaves open by short trainings, the best NDCG at 20 on validation users winning, ties to
 * the first: the popularity of the negatives, then the temperature, then the hops. Which is right differs from data to
 * data, and a wrong one costs up to a sixth of the NDCG. Those that are compared run equally long; those for temperature
 * and hops longer, as a high temperature and more hops learn faster at first and end lower. More hops have to win by 8 %, as
 * they lead by 3 to 6 % after two epochs where they end 1 or 2 % higher, cost more than twice the time and fold in less
 * exactly; by 1 % where two epochs are so few steps that the time does not matter and the lead lasts.
 */
final class Pilots {
    /** Steps of a pilot for the negatives. */
    private static final int STEPS = 150;
    /** Steps of the others: two epochs, at most so many. */
    private static final int MAX_STEPS = 500;
    private static final double HOP_GAIN = 1.08;
    static final double SMALL_HOP_GAIN = 1.01;
    static final int MAX_LAYERS = 2;
    private static final List<Double> POPULARITIES = List.of(1.0, 0.5, 0.25, 0.0);
    private static final List<Double> TEMPERATURES = List.of(0.15, 0.12, 0.2);

    /** Trains a configuration so many steps and measures it. */
    interface Trial {
        double ndcg(TrainingConfig config, int steps);
    }

    private final Trial trial;
    private final int longSteps;
    private final boolean isSmall;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param isSmall whether two epochs are so few steps that time does not matter */
    Pilots(Trial trial, int stepsPerEpoch, boolean isSmall) {
        this.trial = trial;
        this.isSmall = isSmall;
        this.longSteps = (int) Math.max(STEPS, Math.min(MAX_STEPS, 2L * stepsPerEpoch));
    }

    /** The configuration with nothing open. */
    TrainingConfig choose(TrainingConfig config) {
        if (!config.loss().hasPilots() || config.isRowNormalized() || !isOpen(config)) {
            return config.withoutPilots();
        }
        double temperature = orGiven(TEMPERATURES, config.temperature()).getFirst();
        TrainingConfig best = best(STEPS, orGiven(POPULARITIES, config.negativePopularity()).stream()
                .map(popularity -> config.withChosen(1, temperature, popularity)).toList()).config();
        if (config.temperature() != null && config.layers() != null) {
            return best;
        }
        double popularity = best.negativePopularity();
        Measured one = best(longSteps, orGiven(TEMPERATURES, config.temperature()).stream()
                .map(candidate -> config.withChosen(1, candidate, popularity)).toList());
        return config.layers() != null ? one.config() : withHops(config, one);
    }

    private TrainingConfig withHops(TrainingConfig config, Measured one) {
        TrainingConfig more = config.withChosen(MAX_LAYERS, one.config().temperature(),
                one.config().negativePopularity());
        return measure(more, longSteps) > hopGain() * one.ndcg() ? more : one.config();
    }

    private double hopGain() {
        return isSmall ? SMALL_HOP_GAIN : HOP_GAIN;
    }

    /** How many pilots {@link #choose} runs where something is open. */
    static int count(TrainingConfig config) {
        boolean lengthy = config.temperature() == null || config.layers() == null;
        return orGiven(POPULARITIES, config.negativePopularity()).size()
                + (lengthy ? orGiven(TEMPERATURES, config.temperature()).size() : 0)
                + (config.layers() == null ? 1 : 0);
    }

    private static <T> List<T> orGiven(List<T> candidates, T given) {
        return given == null ? candidates : List.of(given);
    }

    private static boolean isOpen(TrainingConfig config) {
        return config.layers() == null || config.temperature() == null || config.negativePopularity() == null;
    }

    private record Measured(TrainingConfig config, double ndcg) {}

    private Measured best(int steps, List<TrainingConfig> candidates) {
        Measured best = null;
        for (TrainingConfig candidate : candidates) {
            double ndcg = measure(candidate, steps);
            if (best == null || ndcg > best.ndcg()) {
                best = new Measured(candidate, ndcg);
            }
        }
        return best;
    }

    private double measure(TrainingConfig config, int steps) {
        double ndcg = trial.ndcg(config, steps);
        rows.add(row(config, steps, ndcg));
        return ndcg;
    }

    /** What was tried, and what it reached. */
    static Map<String, Object> row(TrainingConfig config, long steps, double ndcg) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("layers", (long) config.layers());
        row.put("rowNormalization", config.isRowNormalized());
        row.put("temperature", config.temperature());
        row.put("negativePopularity", config.negativePopularity());
        row.put("steps", steps);
        row.put("ndcgAt20", ndcg);
        return row;
    }

    /** One row a pilot, in the order they ran. */
    List<Map<String, Object>> rows() {
        return rows;
    }
}
