package org.gnnrec.lab.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;

/**
 * What a run is asked to do.
 *
 * @param config merged over the training configuration, its own keys winning
 * @param heap the server's, in the JVM's words
 * @param seed of the split, the training and the users whose calls are timed
 */
record EvalPlan(Path data, String modelType, Map<String, Object> config, FitParts fit, SplitRule split,
        KernelChoice kernels,
        Extras extras, String heap, long seed) {

    static final String MODEL_NAME = "eval";
    /** The type of interactions that come after the first training of a warm start. */
    static final String LATER = "LATER";

    /** @param curve whether to train again for test recall by epochs */
    record Extras(boolean curve, boolean warm, boolean gds) {}

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

    /** The same training under another name, with a property of its own and nothing written for an index. */
    Map<String, Object> selectConfig(Dataset dataset, String modelName) {
        Map<String, Object> train = selectConfig(dataset);
        train.put("modelName", modelName);
        train.remove("writeProperty");
        train.put("vectorIndex", false);
        return train;
    }

    /** The same training without propagation, and so without samples of neighbors; pilots choose the rest for it. */
    Map<String, Object> noPropagationConfig(Dataset dataset) {
        Map<String, Object> train = selectConfig(dataset, MODEL_NAME + "_no_propagation");
        train.remove("sampleSizes");
        train.put("layers", 0L);
        return train;
    }

    /** Goes on from a stored model with these types too; nothing is held out any more if those of valid are among them. */
    Map<String, Object> warmConfig(String modelName, List<String> moreTypes) {
        Map<String, Object> warm = new LinkedHashMap<>(Map.of("modelName", modelName, "warmStart", true));
        warm.put("relationshipTypes", Stream.concat(Stream.of(Part.TRAIN.name()), moreTypes.stream()).toList());
        if (moreTypes.contains(Part.VALID.name())) {
            warm.put("validationRelationshipTypes", List.of());
        }
        return warm;
    }

    /** True if the model is to be fit on valid too. */
    boolean fitsOnValid(Dataset dataset) {
        return fit == FitParts.TRAIN_AND_VALID && dataset.valid().size() > 0;
    }

    /** A training of so many epochs on what the scored model is fit on, with what was found and nothing held out. */
    Map<String, Object> fixedConfig(Dataset dataset, TrainingOutcome selected, long epochs) {
        Map<String, Object> fixed = fixedConfig(dataset, selected);
        fixed.put("epochs", epochs);
        return fixed;
    }

    /** A training on what the scored model is fit on, with what was found and nothing held out. */
    Map<String, Object> fixedConfig(Dataset dataset, TrainingOutcome selected) {
        Map<String, Object> fixed = selectConfig(dataset);
        fixed.remove("validationRelationshipTypes");
        if (fitsOnValid(dataset)) {
            fixed.put("relationshipTypes", List.of(Part.TRAIN.name(), Part.VALID.name()));
        }
        fixed.putAll(selected.chosen());
        fixed.put("validationFraction", 0.0);
        return fixed;
    }
}
