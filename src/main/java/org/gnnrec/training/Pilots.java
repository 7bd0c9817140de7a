package org.gnnrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.model.StepKeys;

/**
 * Chooses what the configuration leaves open by short trainings: the popularity of the negatives, then the temperature,
 * then the alternatives of the type, such as more hops. The best NDCG at 20 on validation users wins, and the first of
 * equals. The right choice differs from data to data, and a wrong one costs up to a sixth of the NDCG. Pilots that are
 * compared run equally long. Pilots for temperature and alternatives run longer, because a high temperature and more
 * hops learn faster at first and end lower. An alternative has to win by 8 %: two hops lead by 3 to 6 % after two
 * epochs where they end 1 or 2 % higher, cost more than twice the time and fold in less exactly. It has to win by 1 %
 * where two epochs are so few steps that the time does not matter and the lead lasts.
 */
final class Pilots {
    static final double SMALL_GAIN = 1.01;
    private static final double GAIN = 1.08;
    /** Steps of a pilot for the negatives. */
    private static final int STEPS = 150;
    /** Steps of the others: two epochs, at most so many. */
    private static final int MAX_STEPS = 500;
    private static final List<Double> POPULARITIES = List.of(1.0, 0.5, 0.25, 0.0);
    private static final List<Double> TEMPERATURES = List.of(0.15, 0.12, 0.2);

    /** Trains a configuration so many steps and measures it. */
    interface Trial {
        Result run(StepConfig config, int steps);
    }

    /** The mean loss of the steps, and NDCG at 20 after them. */
    record Result(double loss, double ndcg) {}

    private record Measured(StepConfig config, double ndcg) {}

    private final Trial trial;
    private final int longSteps;
    private final double gain;
    private final TrainingListener listener;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private int planned;

    /** @param isSmall whether two epochs are so few steps that time does not matter */
    Pilots(Trial trial, int stepsPerEpoch, boolean isSmall, TrainingListener listener) {
        this.trial = trial;
        this.gain = isSmall ? SMALL_GAIN : GAIN;
        this.longSteps = (int) Math.max(STEPS, Math.min(MAX_STEPS, 2L * stepsPerEpoch));
        this.listener = listener;
    }

    /** The configuration with nothing open but the scale. */
    StepConfig choose(StepConfig config) {
        if (!config.loss().isSoftmax() || config.spec().normalizesRows()) {
            return config.settled();
        }
        List<StepConfig> models = config.type().alternatives(config.values()).stream().map(config::with).toList();
        List<Double> popularities = orGiven(POPULARITIES, config.get(StepKeys.NEGATIVE_POPULARITY));
        List<Double> temperatures = orGiven(TEMPERATURES, config.get(StepKeys.TEMPERATURE));
        boolean isLong = temperatures.size() > 1 || models.size() > 1;
        planned = popularities.size() + (isLong ? temperatures.size() + models.size() - 1 : 0);
        if (planned == 1) {
            return config.settled();
        }
        StepConfig best = best(STEPS, popularities.stream()
                .map(popularity -> models.getFirst().withChosen(temperatures.getFirst(), popularity)).toList())
                .config();
        return isLong ? chooseLong(models, temperatures, best.get(StepKeys.NEGATIVE_POPULARITY)) : best;
    }

    private StepConfig chooseLong(List<StepConfig> models, List<Double> temperatures, double popularity) {
        Measured best = best(longSteps, temperatures.stream()
                .map(temperature -> models.getFirst().withChosen(temperature, popularity)).toList());
        double temperature = best.config().get(StepKeys.TEMPERATURE);
        for (StepConfig model : models.subList(1, models.size())) {
            StepConfig alternative = model.withChosen(temperature, popularity);
            double ndcg = measure(alternative, longSteps);
            best = ndcg > gain * best.ndcg() ? new Measured(alternative, ndcg) : best;
        }
        return best.config();
    }

    private static <T> List<T> orGiven(List<T> candidates, T given) {
        return given == null ? candidates : List.of(given);
    }

    private Measured best(int steps, List<StepConfig> candidates) {
        Measured best = null;
        for (StepConfig candidate : candidates) {
            double ndcg = measure(candidate, steps);
            if (best == null || ndcg > best.ndcg()) {
                best = new Measured(candidate, ndcg);
            }
        }
        return best;
    }

    private double measure(StepConfig config, int steps) {
        Result result = trial.run(config, steps);
        rows.add(row(config, steps, result.ndcg()));
        listener.onProgress(Phase.PILOT, rows.size(), planned, result.loss(), result.ndcg());
        return result.ndcg();
    }

    /** A pilot's values and its result. */
    static Map<String, Object> row(StepConfig config, long steps, double ndcg) {
        Map<String, Object> row = chosen(config);
        row.put("steps", steps);
        row.put("ndcgAt20", ndcg);
        return row;
    }

    /** The values that pilots choose. */
    static Map<String, Object> chosen(StepConfig config) {
        List<Key<?>> keys = Stream.concat(config.type().chosenKeys().stream(),
                Stream.of(StepKeys.TEMPERATURE, StepKeys.NEGATIVE_POPULARITY)).toList();
        return config.values().toMap(keys);
    }

    /** A row for each pilot, in the order they ran. */
    List<Map<String, Object>> rows() {
        return rows;
    }
}
