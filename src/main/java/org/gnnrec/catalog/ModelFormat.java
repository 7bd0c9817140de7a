package org.gnnrec.catalog;

import java.util.NoSuchElementException;
import org.gnnrec.archive.GraphArrays;
import org.gnnrec.archive.ModelArchive;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.source.NodeTable;

/** A model as an archive, and back. */
final class ModelFormat {
    private static final String USERS = "users";
    private static final String ITEMS = "items";
    private static final String ROWS = "rows.";
    private static final String DISLIKES = "dislikes.";
    private static final String ITEM_EMBEDDINGS = "itemEmbeddings";
    /** The prefix of the names that the type of model gives. */
    private static final String STATE = "state.";

    private ModelFormat() {}

    /** True for an array that a warm start alone needs, in a part of a model as well. */
    static boolean isLearned(String name) {
        return name.startsWith(STATE) && name.contains("." + TrainedModel.LEARNED);
    }

    static ModelArchive archive(ServedModel model) {
        NamedArrays arrays = NamedArrays.NONE.with(USERS, NodeBytes.write(model.users()))
                .with(ITEMS, NodeBytes.write(model.items())).with(ROWS, GraphArrays.of(model.rows()))
                .with(ITEM_EMBEDDINGS, model.itemEmbeddings()).with(STATE, model.fitted().state());
        boolean disliked = model.dislikes().edgeCount() > 0;
        return new ModelArchive(model.info(), model.features(),
                disliked ? arrays.with(DISLIKES, GraphArrays.of(model.dislikes())) : arrays);
    }

    /** @throws ModelFormatException where an array is missing or does not fit the others */
    static ServedModel model(ModelArchive archive) {
        try {
            return read(archive);
        } catch (NoSuchElementException | IllegalArgumentException | ArithmeticException
                | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new ModelFormatException(
                    "model '" + archive.info().name() + "' cannot be read. Train it again: " + e.getMessage());
        }
    }

    private static ServedModel read(ModelArchive archive) {
        NamedArrays arrays = archive.arrays();
        DenseMatrix embeddings = arrays.matrix(ITEM_EMBEDDINGS);
        int userCount = arrays.ints(ROWS + "offsets").length - 1;
        NodeTable users = NodeBytes.read(userCount, arrays.bytes(USERS));
        NodeTable items = NodeBytes.read(embeddings.rows(), arrays.bytes(ITEMS));
        CsrGraph rows = GraphArrays.graph(arrays.under(ROWS), userCount, embeddings.rows());
        NamedArrays dislikes = arrays.under(DISLIKES);
        return new ServedModel(archive.info(), users, items,
                dislikes.asMap().isEmpty()
                        ? new CsrBuilder(userCount, embeddings.rows()).build()
                        : GraphArrays.graph(dislikes, userCount, embeddings.rows()),
                new FittedModel(rows, embeddings, arrays.under(STATE)), archive.features());
    }
}
