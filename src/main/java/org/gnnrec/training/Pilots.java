package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what the configuration leaves open by short trainings of equal length, the best NDCG at 20 on validation
 * users winning, ties to the first: hops and popularity of the negatives together, then the temperature. Which of them
 * is right differs from data to data, and a wrong one costs a quarter of the NDCG.
 */
final class Pilots {
    /** Steps of a pilot. */
    private static final int STEPS = 250;
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
        for (int layers : orGiven(LAYERS, config.layers())) {
            for (double popularity : orGiven(POPULARITIES, config.negativePopularity())) {
                run(config.withChosen(layers, TEMPERATURES.getFirst(), popularity));
            }
        }
        TrainingConfig winner = best;
        for (double temperature : otherTemperatures(config)) {
            run(config.withChosen(winner.layers(), temperature, winner.negativePopularity()));
        }
        return best;
    }

    /** How many pilots {@link #choose} runs where something is open. */
    static int count(TrainingConfig config) {
        return orGiven(LAYERS, config.layers()).size() * orGiven(POPULARITIES, config.negativePopularity()).size()
                + otherTemperatures(config).size();
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
