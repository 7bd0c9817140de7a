package org.gnnrec.jobs;

import java.util.List;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.serving.Recommender;

/**
 * A model, the items it would not recommend and the test interactions it is measured on. Both are users x items, in the
 * model's dense ids. Each interaction counts as one.
 */
public record HeldOut(Recommender recommender, CsrGraph excluded, CsrGraph test) {
    /** Reads the test relationships; refuses a graph that has changed since the training of the model. */
    public static HeldOut load(Sources sources, Recommender recommender, List<String> testTypes) {
        ServedModel model = recommender.model();
        List<String> types = testTypes.isEmpty() ? model.info().interactions().testTypes() : testTypes;
        requireTypes(model.info(), types);
        Projection now = sources.load(config(model.info(), types));
        requireUnchanged(model, now);
        return new HeldOut(recommender, now.interactions().union(now.disliked()), now.validation().withoutWeights());
    }

    /** The configuration with the test types in place of the validation types, which a projection keeps apart. */
    private static ProjectionConfig config(ModelInfo info, List<String> testTypes) {
        return new ProjectionConfig(info.users(), info.items(), info.relationshipTypes(), testTypes, List.of(),
                info.interactions().weighting(), info.interactions().source());
    }

    private static void requireTypes(ModelInfo info, List<String> types) {
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "model '" + info.name() + "' was trained on all interactions, so there is "
                            + "nothing to measure it on. Keep some apart under a type of their own and name it: "
                            + "CALL gnnrec.train({testRelationshipTypes: ['TEST']})");
        }
        for (String type : types) {
            if (info.relationshipTypes().contains(type)) {
                throw new IllegalArgumentException("testRelationshipTypes: model '" + info.name() + "' was trained on '"
                        + type + "'. Name a type it has not seen");
            }
        }
    }

    private static void requireUnchanged(ServedModel model, Projection now) {
        boolean sameNodes = model.users().sameValues(now.users()) && model.items().sameValues(now.items());
        if (!sameNodes || !model.rows().sameEdges(now.interactions())) {
            throw new IllegalStateException(
                    "the graph has changed since model '" + model.info().name() + "' was trained: "
                            + model.users().size() + " users, " + model.items().size() + " items and "
                            + model.rows().edgeCount()
                            + " interactions then, " + now.users().size() + ", " + now.items().size() + " and "
                            + now.interactions().edgeCount() + " now. Train it again, then evaluate");
        }
    }
}
