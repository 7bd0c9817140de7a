package org.gnnrec.training;

import java.util.Map;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.TrainedModel;

/**
 * A trained model and the course of its training.
 *
 * @param fitted users x items, the rows that propagate in the model: training, and what was split off from it
 * @param chosen the configuration with nothing left open
 * @param ranEpochs epochs behind the model; 0 where the type is solved in closed form
 * @param bestEpoch epochs of the best validation NDCG, or those that ran where nothing was held out
 * @param didConverge whether early stopping found the epochs; false where they ran out or nothing was held out
 * @param epochLosses mean loss of each epoch behind the model
 * @param metrics recallAt20 and ndcgAt20 on validation with bestEpoch, selectMillis, fitMillis, the values chosen and
 *        the pilots; numbers, text, maps and lists, as Cypher takes them
 */
public record TrainingResult(TrainedModel model, CsrGraph fitted, TrainingConfig chosen, int ranEpochs, int bestEpoch,
        boolean didConverge, double[] epochLosses, Map<String, Object> metrics) {}
