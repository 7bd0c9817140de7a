package org.gnnrec.model.blend;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.Covariance;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.FoldedUsers;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * One blend. Its item embeddings are those of its parts side by side. The arrays of a part have its name before theirs.
 *
 * @param parts those that count
 * @param isChosen whether their weights are chosen
 */
record BlendSpec(List<Part> parts, boolean isChosen) implements ClosedSpec {
    private static final String COVARIANCE = "covariance";

    /** A part with its configuration and its weight above zero. */
    record Part(String name, Config config, ClosedSpec spec, double weight) {
        String prefix() {
            return name + ".";
        }

        boolean hasEmbeddings() {
            return spec.dimension() > 0;
        }
    }

    /** The last solution of a part, since others differ from it in the part that is chosen alone. */
    private static final class Latest {
        private Config config;
        private Solution solution;

        Solution of(Part part, TrainingGraph graph, long seed, Workers workers) {
            if (!part.config().equals(config)) {
                solution = null; // room for the next
                solution = Solution.of(part, graph, seed, workers);
                config = part.config();
            }
            return solution;
        }
    }

    /** A part as it is solved, with how its scores vary. */
    private record Solution(DenseMatrix items, NamedArrays state) {
        static Solution of(Part part, TrainingGraph graph, long seed, Workers workers) {
            TrainedModel model = part.spec().solve(graph, seed, workers);
            return new Solution(model.items(),
                    part.hasEmbeddings()
                            ? model.state().with(COVARIANCE, Covariance.of(model.items(), workers))
                            : model.state());
        }
    }

    private record LatestKey(String part, long seed) {}

    @Override
    public int dimension() {
        return parts.stream().mapToInt(part -> part.spec().dimension()).sum();
    }

    @Override
    public TrainedModel solve(TrainingGraph graph, long seed, Workers workers) {
        NamedArrays state = NamedArrays.NONE;
        List<DenseMatrix> items = new ArrayList<>();
        for (Part part : parts) {
            Solution solution = graph.once(new LatestKey(part.name(), seed), Latest::new).of(part, graph, seed,
                    workers);
            state = state.with(part.prefix(), solution.state());
            items.add(solution.items());
        }
        DenseMatrix all = DenseMatrix.sideBySide(items);
        FoldIn foldIn = foldIn(new FittedModel(graph.edges().userItems(), all, state));
        return new TrainedModel(FoldedUsers.of(foldIn, graph.edges().userItems(), dimension(), workers), all, state);
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        List<PartFoldIn> folded = new ArrayList<>();
        int column = 0;
        for (Part part : parts) {
            FittedModel of = part(model, part, column);
            folded.add(new PartFoldIn(part.name(), part.spec().foldIn(of), part.weight(), column,
                    part.hasEmbeddings() ? of.state().matrix(COVARIANCE) : null));
            column += part.spec().dimension();
        }
        return new BlendFoldIn(folded, dimension(), model.items().rows());
    }

    private static FittedModel part(FittedModel model, Part part, int column) {
        return new FittedModel(model.rows(), model.itemWeights(),
                model.items().columns(column, part.spec().dimension()), model.state().under(part.prefix()));
    }

    @Override
    public void requireFits(FittedModel model, FeatureSchemas features) {
        if (!isChosen) {
            throw new IllegalArgumentException("partWeights must be a map but is left open");
        }
        if (model.dimension() != dimension()) {
            throw new IllegalArgumentException("the embeddings of items must have " + dimension()
                    + " floats but have " + model.dimension());
        }
        int column = 0;
        for (Part part : parts) {
            FittedModel of = part(model, part, column);
            part.spec().requireFits(of, features);
            if (part.hasEmbeddings()) {
                of.state().matrix(COVARIANCE, part.spec().dimension(), part.spec().dimension());
            }
            column += part.spec().dimension();
        }
    }

    /** The parts one after another, and of each what it keeps. */
    @Override
    public long bytes(TrainingSize size) {
        return parts.stream().mapToLong(part -> part.spec().bytes(size)).sum() + size.rowBytes(dimension());
    }
}
