package org.gnnrec.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.model.Parameters;

/**
 * The result of the selection.
 *
 * @param epochs of the best validation NDCG
 * @param epochLosses of all epochs that ran, the later ones too
 * @param learned the parameters of the best epoch
 * @param best how it ranked; null where no evaluation was a number
 * @param pilots in the order they ran, then both trainings where a rival was trained
 */
record Selected(StepConfig chosen, int epochs, boolean didConverge, double[] epochLosses, Parameters learned,
        Evaluation best, List<Map<String, Object>> pilots) {
    /** Nothing was held out, so nothing was selected. */
    static Selected nothing(StepConfig settled) {
        return new Selected(settled, 0, false, new double[0], null, null, List.of());
    }

    /** This result after these pilots. */
    Selected after(List<Map<String, Object>> pilots) {
        return new Selected(chosen, epochs, didConverge, epochLosses, learned, best, pilots);
    }

    double ndcg() {
        return best == null ? Double.NEGATIVE_INFINITY : best.meanNdcg();
    }

    /** As {@code metrics} shows it; empty where nothing was held out. */
    Map<String, Object> metrics() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        if (best != null) {
            metrics.put("recallAt20", best.meanRecall());
            metrics.put("ndcgAt20", best.meanNdcg());
            metrics.put("bestEpoch", (long) epochs);
        }
        if (learned != null) {
            metrics.put("pilots", pilots);
        }
        return metrics;
    }
}
