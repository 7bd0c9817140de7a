package org.gnnrec.lab.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;

/**
 * Test scores by the number of epochs. Each point is a training of its own from a random start, with nothing held out, the
 * same seed and the hyperparameters the scored model ended with. It takes about as long again as the training. Nothing is
 * chosen from it.
 */
final class LearningCurve {
    private static final String MODEL_NAME = "eval_curve";

    private LearningCurve() {}

    /** A point of the curve, and how long this training took. */
    record Point(long epochs, double recallAt20, double ndcgAt20, long trainMillis) {
        Point(long epochs, Score score, long trainMillis) {
            this(epochs, score.recallAt20(), score.ndcgAt20(), trainMillis);
        }
    }

    /** @param config the training configuration for a number of epochs */
    static List<Point> measure(GnnRecClient client, LongFunction<Map<String, Object>> config, long most) {
        List<Point> points = new ArrayList<>();
        for (long epochs : epochs(most)) {
            Map<String, Object> point = new LinkedHashMap<>(config.apply(epochs));
            point.put("modelName", MODEL_NAME);
            point.remove("writeProperty");
            TrainingOutcome model = client.train(point);
            points.add(new Point(epochs, client.evaluate(MODEL_NAME).model(), model.times().trainMillis()));
        }
        return points;
    }

    /** 1, 2, 4, ... up to the most. */
    static List<Long> epochs(long most) {
        List<Long> epochs = new ArrayList<>();
        for (long n = 1; n <= most; n *= 2) {
            epochs.add(n);
        }
        return epochs;
    }
}
