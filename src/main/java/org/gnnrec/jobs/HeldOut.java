package org.gnnrec.jobs;

import java.util.List;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Shown;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.serving.Recommender;

/**
 * A model and the test interactions it is measured on. All graphs are users x items, in the model's dense ids. Each
 * interaction counts as one.
 *
 * @param excluded what the model would not recommend: what it was trained on, as interaction or as dislike, and the user
 * @param test the held-out pairs that are not excluded
 * @param trained the held-out pairs that are excluded, which the model could never find
 */
public record HeldOut(Recommender recommender, CsrGraph excluded, CsrGraph test, CsrGraph trained) {
    /** Reads the test relationships; refuses a graph that has changed since the training of the model. */
    public static HeldOut load(Sources sources, Recommender recommender, List<String> testTypes) {
        ServedModel model = recommender.model();
        List<String> types = testTypes.isEmpty() ? model.info().interactions().testTypes() : testTypes;
        requireTypes(model.info(), types);
        Projection now = load(sources, model.info(), types);
        requireUnchanged(model, now);
        CsrGraph taken = now.interactions().union(now.disliked());
        CsrGraph excluded = model.info().interactions().sharesLabel() ? taken.union(selves(now)) : taken;
        CsrGraph named = now.validation().withoutWeights();
        CsrGraph test = named.without(excluded);
        requireSome(test, named, types, model.info());
        return new HeldOut(recommender, excluded, test, named.without(test));
    }

    /** The pairs of a node that is user and item with itself. */
    private static CsrGraph selves(Projection now) {
        CsrBuilder selves = new CsrBuilder(now.users().size(), now.items().size());
        for (int user = 0; user < now.users().size(); user++) {
            int item = now.items().nodes().indexOf(now.users().nodes().nodeId(user));
            if (item >= 0) {
                selves.add(user, item);
            }
        }
        return selves.build();
    }

    /** An error names the model and the graph. It leaves out its cause, because Neo4j would show the cause alone. */
    private static Projection load(Sources sources, ModelInfo info, List<String> types) {
        try {
            return sources.load(config(info, types));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("model " + Shown.of(info.name()) + " is measured on " + source(info)
                    + " as it is now: " + e.getMessage());
        }
    }

    private static String source(ModelInfo info) {
        String graphName = info.interactions().source().graphName();
        return graphName == null ? "the graph" : "GDS graph " + Shown.of(graphName);
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

    private static void requireSome(CsrGraph test, CsrGraph named, List<String> types, ModelInfo info) {
        if (test.edgeCount() == 0) {
            throw new IllegalArgumentException("testRelationshipTypes: model " + Shown.of(info.name())
                    + " was trained on all " + named.edgeCount() + " pairs of the types " + Shown.names(types)
                    + ", through relationships of " + Shown.names(info.relationshipTypes())
                    + ". Delete those before a training, or name a type with other pairs");
        }
    }

    private static void requireUnchanged(ServedModel model, Projection now) {
        boolean sameNodes = model.users().sameValues(now.users()) && model.items().sameValues(now.items());
        if (!sameNodes || !model.rows().sameEdges(now.interactions())) {
            String then = counts(model.users().size(), model.items().size(), model.rows());
            String since = counts(now.users().size(), now.items().size(), now.interactions());
            throw new IllegalStateException(source(model.info()) + " has changed since model "
                    + Shown.of(model.info().name()) + " was trained: " + then + " then, "
                    + (then.equals(since) ? "as many, but with other ids, pairs or weights," : since)
                    + " now. Train it again, then evaluate");
        }
    }

    private static String counts(int users, int items, CsrGraph interactions) {
        return users + " users, " + items + " items and " + interactions.edgeCount() + " interactions";
    }
}
