package org.gnnrec.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Test scores by the number of epochs. Each point is a training of its own, with nothing held out, the same seed and the
 * hyperparameters the scored model ended with; the last point is the scored model itself. It takes about as long again
 * as the training. Nothing is chosen from it.
 */
final class LearningCurve {
    private static final String MODEL_NAME = "eval_curve";

    private LearningCurve() {}

    /** A point of the curve. */
    record Point(long epochs, double recallAt20, double ndcgAt20) {
        Point(long epochs, Score score) {
            this(epochs, score.recallAt20(), score.ndcgAt20());
        }
    }

    /** @param config the training configuration for a number of epochs */
    static List<Point> measure(GnnRecClient client, LongFunction<Map<String, Object>> config, long last, Score score) {
        List<Point> points = new ArrayList<>();
        for (long epochs : epochs(last)) {
            Map<String, Object> point = new LinkedHashMap<>(config.apply(epochs));
            point.put("modelName", MODEL_NAME);
            point.remove("writeProperty");
            client.train(point);
            points.add(new Point(epochs, client.evaluate(MODEL_NAME).model()));
        }
        points.add(new Point(last, score));
        return points;
    }

    /** 1, 2, 4, ... below the last. */
    static List<Long> epochs(long last) {
        List<Long> epochs = new ArrayList<>();
        for (long n = 1; n < last; n *= 2) {
            epochs.add(n);
        }
        return epochs;
    }
}
