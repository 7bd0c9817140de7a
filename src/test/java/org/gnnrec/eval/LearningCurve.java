package org.gnnrec.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Test scores by the number of epochs asked for. Each point is a training of its own with that number of epochs, the
 * same seed and the hyperparameters the scored model ended with; the last point is the scored model itself. So a point
 * says what a user gets who asks for so many epochs, not what one run looked like on its way. It takes about as long
 * again as the training. Nothing is chosen from it.
 */
final class LearningCurve {
    private static final String MODEL_NAME = "eval_curve";
    private static final List<String> CHOSEN = List.of("layers", "temperature", "negativePopularity");

    private LearningCurve() {}

    /** A point of the curve. */
    record Point(long epochs, double recallAt20, double ndcgAt20) {
        Point(long epochs, Score score) {
            this(epochs, score.recallAt20(), score.ndcgAt20());
        }
    }

    static List<Point> measure(GnnRecClient client, Map<String, Object> config, TrainedModel model, Score score) {
        List<Point> points = new ArrayList<>();
        for (long epochs : epochs(model.ranEpochs())) {
            client.train(pointConfig(config, model, epochs));
            points.add(new Point(epochs, client.evaluate(MODEL_NAME).model()));
        }
        points.add(new Point(model.ranEpochs(), score));
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

    static Map<String, Object> pointConfig(Map<String, Object> config, TrainedModel model, long epochs) {
        Map<String, Object> point = new LinkedHashMap<>(config);
        for (String key : CHOSEN) {
            Object value = model.configuration().get(key);
            if (value != null) {
                point.put(key, value);
            }
        }
        point.put("modelName", MODEL_NAME);
        point.remove("writeProperty");
        point.put("epochs", epochs);
        point.put("patience", epochs);
        return point;
    }
}
