package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what the configuration leaves open by short trainings of equal length, the best NDCG at 20 on validation
 * users winning, ties to the first: the popularity of the negatives, then the hops, then the temperature. Which of them
 * is right differs from data to data, and a wrong one costs up to a sixth of the NDCG. They are long enough for the hops:
 * more hops learn faster at first and end lower.
 */
final class Pilots {
    /** Steps of a pilot. */
    private static final int STEPS = 150;
    static final int MAX_LAYERS = 2;
    private static final List<Integer> LAYERS = List.of(1, MAX_LAYERS);
    private static final List<Double> POPULARITIES = List.of(1.0, 0.5, 0.0);
    private static final List<Double> TEMPERATURES = List.of(0.15, 0.12, 0.2);

    /** Trains a configuration so many steps and measures it. */
    interface Trial {
        double ndcg(TrainingConfig config, int steps);
    }

    private final Trial trial;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private TrainingConfig best;
    private double bestNdcg = Double.NEGATIVE_INFINITY;

    Pilots(Trial trial) {
        this.trial = trial;
    }

    /** The configuration with nothing open. */
    TrainingConfig choose(TrainingConfig config) {
        if (config.loss() == Loss.BPR || !isOpen(config)) {
            return config.withoutPilots();
        }
        for (double popularity : orGiven(POPULARITIES, config.negativePopularity())) {
            run(config.withChosen(LAYERS.getFirst(), TEMPERATURES.getFirst(), popularity));
        }
        TrainingConfig withPopularity = best;
        for (int layers : others(LAYERS, config.layers())) {
            run(config.withChosen(layers, TEMPERATURES.getFirst(), withPopularity.negativePopularity()));
        }
        TrainingConfig withLayers = best;
        for (double temperature : others(TEMPERATURES, config.temperature())) {
            run(config.withChosen(withLayers.layers(), temperature, withLayers.negativePopularity()));
        }
        return best;
    }

    /** How many pilots {@link #choose} runs where something is open. */
    static int count(TrainingConfig config) {
        return orGiven(POPULARITIES, config.negativePopularity()).size() + others(LAYERS, config.layers()).size()
                + others(TEMPERATURES, config.temperature()).size();
    }

    /** What is left to try of what a stage before has begun with. */
    private static <T> List<T> others(List<T> candidates, T given) {
        return given == null ? candidates.subList(1, candidates.size()) : List.of();
    }

    private static <T> List<T> orGiven(List<T> candidates, T given) {
        return given == null ? candidates : List.of(given);
    }

    private static boolean isOpen(TrainingConfig config) {
        return config.layers() == null || config.temperature() == null || config.negativePopularity() == null;
    }

    private void run(TrainingConfig config) {
        double ndcg = trial.ndcg(config, STEPS);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("layers", (long) config.layers());
        row.put("temperature", config.temperature());
        row.put("negativePopularity", config.negativePopularity());
        row.put("ndcgAt20", ndcg);
        rows.add(row);
        if (ndcg > bestNdcg) {
            bestNdcg = ndcg;
            best = config;
        }
    }

    /** One row a pilot, in the order they ran. */
    List<Map<String, Object>> rows() {
        return rows;
    }
}
