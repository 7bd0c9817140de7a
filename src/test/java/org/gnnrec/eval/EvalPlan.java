package org.gnnrec.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.data.Dataset;
import org.gnnrec.data.Part;
import org.gnnrec.data.SplitRule;

/**
 * What a run is asked to do.
 *
 * @param config merged over the training configuration, its own keys winning
 * @param curve whether to train again for test recall by epochs
 * @param heap the server's, in the JVM's words
 * @param seed of the split, the training and the users whose calls are timed
 */
record EvalPlan(Path data, String modelType, Map<String, Object> config, Fit fit, SplitRule split, KernelChoice kernels,
        boolean curve, String heap, long seed) {

    static final String MODEL_NAME = "eval";

    /** The argument of {@code gnnrec.train} that finds hyperparameters and epochs on valid. */
    Map<String, Object> selectConfig(Dataset dataset) {
        Map<String, Object> train = new LinkedHashMap<>();
        train.put("modelName", MODEL_NAME);
        train.put("modelType", modelType);
        train.put("relationshipTypes", List.of(Part.TRAIN.name()));
        if (dataset.valid().size() > 0) {
            train.put("validationRelationshipTypes", List.of(Part.VALID.name()));
        }
        train.put("testRelationshipTypes", List.of(Part.TEST.name()));
        train.put("randomSeed", seed);
        train.putAll(config);
        return train;
    }

    /** A training of so many epochs on what the scored model is fit on, with what was found and nothing held out. */
    Map<String, Object> fixedConfig(Dataset dataset, TrainedModel selected, long epochs) {
        Map<String, Object> fixed = selectConfig(dataset);
        fixed.remove("validationRelationshipTypes");
        if (fit == Fit.TRAIN_AND_VALID) {
            fixed.put("relationshipTypes", List.of(Part.TRAIN.name(), Part.VALID.name()));
        }
        fixed.putAll(selected.chosen());
        fixed.put("validationFraction", 0.0);
        fixed.put("epochs", epochs);
        return fixed;
    }
}
