package org.gnnrec.archive;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;

/**
 * The description of a model, beside its numbers.
 *
 * @param uid the unique name of this version; names and versions come back after a drop
 * @param bestEpoch epochs of the best validation NDCG, or those that ran where nothing was held out
 * @param configuration of the training, with nothing left open
 * @param metrics of the training, to look at
 */
public record ModelInfo(String name, long version, String uid, String modelType, Interactions interactions,
        PropertyCopy copy, long relationshipCount, ZonedDateTime createdAt, long bestEpoch,
        Map<String, Object> configuration, Map<String, Object> metrics) {
    /** The model that the configuration describes. */
    public ModelSpec spec() {
        return ModelTypes.installed().spec(modelType, configuration);
    }

    public NodeKind users() {
        return interactions.users();
    }

    public NodeKind items() {
        return interactions.items();
    }

    public List<String> relationshipTypes() {
        return interactions.types();
    }
}
