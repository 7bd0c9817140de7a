package org.gnnrec.model.pinsage;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.Pairs;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.Weight;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.LayerState;
import org.gnnrec.model.layer.LayeredEncoder;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.RowBuffer;

/**
 * PinSage (Ying et al., KDD 2018): layers over the importance neighborhoods of items. The paper has no users. Here a
 * user is the {@link ItemMean} of their items, or in a step of training the mean of their {@link UserItems}. Rows of
 * users are neither read nor learned.
 *
 * <p>A step costs O(edges of the drawn users * d) beside the cost of a {@link LayeredEncoder} for all drawn items. All
 * nodes cost O(edges d) beside its cost.
 */
final class PinSageEncoder implements Encoder {
    private final BipartiteGraph graph;
    private final LayeredEncoder itemEncoder;
    private final UserItems userItems;
    private final int dimension;
    private final Parallel parallel;
    private final NeighborSum sum;
    private final UnitRows unitRows;
    private final RowSet nobody = new RowSet(0, 0);
    private final RowSet drawn;
    private final RowBuffer itemBuffer;
    private final RowBuffer itemGradients;
    private final RowBuffer userBuffer;
    private Pairs pairs;
    private Block mean;
    private DenseMatrix userRows;

    /**
     * @param importance the neighborhoods of items, whose rows add up to one
     * @param features of the items
     * @param shape the layers and how items are sampled
     */
    PinSageEncoder(BipartiteGraph graph, CsrGraph importance, FeatureMatrix features, PinSageShape shape,
            SplittableRandom random, Workers workers) {
        this.graph = graph;
        this.dimension = shape.dimension();
        this.parallel = workers.parallel();
        this.userItems = new UserItems(graph.userItems(), random.split());
        this.itemEncoder = new LayeredEncoder(withoutUsers(importance), new Features(FeatureMatrix.none(0), features),
                dimension, shape.layers(), shape.sampleSizes(), shape.newNodeRate(), random.split(), workers);
        this.sum = new NeighborSum(graph.itemCount(), parallel);
        this.unitRows = new UnitRows(0, parallel);
        this.drawn = new RowSet(graph.itemCount(), graph.itemCount());
        this.itemBuffer = new RowBuffer(dimension);
        this.itemGradients = new RowBuffer(dimension);
        this.userBuffer = new RowBuffer(dimension);
    }

    /** A graph of items alone. Each has items as its neighbors. */
    private static BipartiteGraph withoutUsers(CsrGraph importance) {
        return new BipartiteGraph(new CsrBuilder(0, importance.columnCount()).build(), importance);
    }

    private Embeddings ofItems(DenseMatrix items) {
        return new Embeddings(DenseMatrix.zeros(0, dimension), items);
    }

    @Override
    public void join(Pairs joined) {
        pairs = joined;
    }

    @Override
    public void forward(Embeddings base, RowSet users, RowSet items, Embeddings out) {
        drawn.clear();
        for (int slot = 0; slot < items.size(); slot++) {
            drawn.add(items.row(slot));
        }
        mean = userItems.draw(users, pairs, drawn);
        DenseMatrix itemRows = itemBuffer.rows(drawn.size());
        itemEncoder.forward(ofItems(base.items()), nobody, drawn, ofItems(itemRows));
        userRows = userBuffer.rows(users.size());
        sum.forward(mean, itemRows, userRows);
        unitRows.normalize(userRows, users.size());
        copyRows(userRows, out.users(), users.size());
        copyRows(itemRows, out.items(), items.size());
    }

    private static void copyRows(DenseMatrix from, DenseMatrix to, int count) {
        System.arraycopy(from.data(), 0, to.data(), 0, count * from.cols());
    }

    @Override
    public void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient) {
        DenseMatrix back = itemGradients.zeros(drawn.size());
        copyRows(rowGradients.items(), back, items.size());
        unitRows.backward(userRows, rowGradients.users(), users.size());
        sum.backward(mean, rowGradients.users(), back);
        itemEncoder.backward(ofItems(back), nobody, drawn, ofItems(gradient.items()));
    }

    @Override
    public void forward(Embeddings base, Embeddings out) {
        itemEncoder.forward(ofItems(base.items()), ofItems(out.items()));
        setUsers(out);
    }

    private void setUsers(Embeddings all) {
        CsrGraph rows = graph.userItems();
        parallel.forBounds(rows.balancedBounds(parallel.concurrency()), (part, from, to) -> {
            for (int user = from; user < to; user++) {
                ItemMean.set(rows, user, all.items(), 0, dimension, all.users().data(), all.users().offset(user));
            }
        });
    }

    @Override
    public TrainedModel model(Embeddings base) {
        TrainedModel ofItems = itemEncoder.model(ofItems(base.items()));
        Embeddings last = new Embeddings(DenseMatrix.zeros(graph.userCount(), dimension), ofItems.items());
        setUsers(last);
        DenseMatrix itemLayers = withFinal(ofItems.state().matrix(LayerState.ITEM_LAYERS), last.items());
        return new TrainedModel(last.users(), last.items(), NamedArrays.NONE.with(LayerState.ITEM_LAYERS, itemLayers)
                .with(LayerState.ITEM_BASE, base.items()).with("", LayerState.weightArrays(ofItems.state())));
    }

    /** The head reads no neighbors, so the final rows replace what items have before it. */
    private static DenseMatrix withFinal(DenseMatrix itemLayers, DenseMatrix last) {
        for (int item = 0; item < last.rows(); item++) {
            System.arraycopy(last.data(), last.offset(item), itemLayers.data(),
                    itemLayers.offset(item + 1) - last.cols(), last.cols());
        }
        return itemLayers;
    }

    /** The symmetric adjacency. O(edges). */
    @Override
    public NormalizedAdjacency adjacency() {
        return NormalizedAdjacency.of(graph);
    }

    @Override
    public void initialize(SplittableRandom random) {
        itemEncoder.initialize(random);
    }

    @Override
    public List<Weight> weights() {
        return itemEncoder.weights();
    }
}
