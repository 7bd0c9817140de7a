package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what the configuration leaves open by short trainings, the best NDCG at 20 on validation users winning, ties to
 * the first: the popularity of the negatives, then the temperature, then the hops. Which is right differs from data to
 * data, and a wrong one costs up to a sixth of the NDCG. Those that are compared run equally long; hops run longer, as
 * more of them learn faster at first and end lower, and more hops have to win by 3 %, as they cost more than
 * twice the time and fold in less exactly.
 */
final class Pilots {
    /** Steps of a pilot. */
    private static final int STEPS = 150;
    /** Steps of a pilot for the hops: two epochs, at most so many. */
    private static final int MAX_STEPS = 700;
    private static final double HOP_GAIN = 1.03;
    static final int MAX_LAYERS = 2;
    private static final List<Double> POPULARITIES = List.of(1.0, 0.5, 0.25, 0.0);
    private static final List<Double> TEMPERATURES = List.of(0.15, 0.12, 0.2);

    /** Trains a configuration so many steps and measures it. */
    interface Trial {
        double ndcg(TrainingConfig config, int steps);
    }

    private final Trial trial;
    private final int hopSteps;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private TrainingConfig best;
    private double bestNdcg = Double.NEGATIVE_INFINITY;

    Pilots(Trial trial, int stepsPerEpoch) {
        this.trial = trial;
        this.hopSteps = (int) Math.max(STEPS, Math.min(MAX_STEPS, 2L * stepsPerEpoch));
    }

    /** The configuration with nothing open. */
    TrainingConfig choose(TrainingConfig config) {
        if (config.loss() == Loss.BPR || !isOpen(config)) {
            return config.withoutPilots();
        }
        for (double popularity : orGiven(POPULARITIES, config.negativePopularity())) {
            run(config.withChosen(1, TEMPERATURES.getFirst(), popularity));
        }
        double popularity = best.negativePopularity();
        for (double temperature : otherTemperatures(config)) {
            run(config.withChosen(1, temperature, popularity));
        }
        return config.layers() != null ? best : withHops(config);
    }

    private TrainingConfig withHops(TrainingConfig config) {
        double one = measure(config.withChosen(1, best.temperature(), best.negativePopularity()), hopSteps);
        TrainingConfig more = config.withChosen(MAX_LAYERS, best.temperature(), best.negativePopularity());
        return measure(more, hopSteps) > HOP_GAIN * one ? more : best;
    }

    /** How many pilots {@link #choose} runs where something is open. */
    static int count(TrainingConfig config) {
        return orGiven(POPULARITIES, config.negativePopularity()).size() + otherTemperatures(config).size()
                + (config.layers() == null ? 2 : 0);
    }

    private static List<Double> otherTemperatures(TrainingConfig config) {
        return config.temperature() == null ? TEMPERATURES.subList(1, TEMPERATURES.size()) : List.of();
    }

    private static <T> List<T> orGiven(List<T> candidates, T given) {
        return given == null ? candidates : List.of(given);
    }

    private static boolean isOpen(TrainingConfig config) {
        return config.layers() == null || config.temperature() == null || config.negativePopularity() == null;
    }

    private void run(TrainingConfig config) {
        double ndcg = measure(config, STEPS);
        if (ndcg > bestNdcg) {
            bestNdcg = ndcg;
            best = config;
        }
    }

    private double measure(TrainingConfig config, int steps) {
        double ndcg = trial.ndcg(config, steps);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("layers", (long) config.layers());
        row.put("temperature", config.temperature());
        row.put("negativePopularity", config.negativePopularity());
        row.put("steps", (long) steps);
        row.put("ndcgAt20", ndcg);
        rows.add(row);
        return ndcg;
    }

    /** One row a pilot, in the order they ran. */
    List<Map<String, Object>> rows() {
        return rows;
    }
}
