package org.gnnrec.catalog;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.GraphArrays;
import org.gnnrec.archive.ModelArchive;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
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

    /** A node takes 17 bytes or more in an array, and 92 in a table with its hash. */
    private static final long TABLE_BYTES = 6;
    /** The weight of an item, its place by norm and its place by popularity. */
    private static final long ITEM_BYTES = 8 + 8 + 4;

    private ModelFormat() {}

    /** True for an array that a warm start alone needs, in a part of a model as well. */
    static boolean isLearned(String name) {
        return name.startsWith(STATE) && name.contains("." + TrainedModel.LEARNED);
    }

    /**
     * The bytes of heap that a model takes when it serves: its arrays, the item embeddings once more by falling norm,
     * the tables of ids, and three numbers an item.
     */
    static long heapBytes(Stream<ArrayEntry> directory) {
        return directory.mapToLong(ModelFormat::heapBytes).sum();
    }

    private static long heapBytes(ArrayEntry entry) {
        return switch (entry.name()) {
            case USERS, ITEMS -> TABLE_BYTES * entry.bytes();
            case ITEM_EMBEDDINGS -> 2 * entry.bytes() + ITEM_BYTES * entry.rows();
            default -> entry.bytes();
        };
    }

    /** True for an array that {@link #users} or {@link #items} reads. */
    static boolean isOfNodes(String name) {
        return name.equals(USERS) || name.equals(ITEMS);
    }

    /** The users alone, with the lengths that the directory says. */
    static NodeTable users(List<ArrayEntry> directory, NamedArrays arrays) {
        return NodeBytes.read(length(directory, ROWS + GraphArrays.OFFSETS) - 1, arrays.bytes(USERS));
    }

    /** The items alone, with the lengths that the directory says. */
    static NodeTable items(List<ArrayEntry> directory, NamedArrays arrays) {
        return NodeBytes.read(length(directory, ITEM_EMBEDDINGS), arrays.bytes(ITEMS));
    }

    private static int length(List<ArrayEntry> directory, String name) {
        ArrayEntry entry = directory.stream().filter(line -> line.name().equals(name)).findFirst()
                .orElseThrow(() -> new ModelFormatException("array '" + name + "' is missing"));
        entry.bytes(); // no array of Java is longer
        return (int) entry.rows();
    }

    static ModelArchive archive(ServedModel model) {
        NamedArrays arrays = NamedArrays.NONE.with(USERS, NodeBytes.write(model.users()))
                .with(ITEMS, NodeBytes.write(model.items())).with(ROWS, GraphArrays.of(model.rows()))
                .with(ITEM_EMBEDDINGS, model.itemEmbeddings()).with(STATE, model.fitted().state());
        boolean disliked = model.dislikes().edgeCount() > 0;
        return new ModelArchive(model.info(), model.features(),
                disliked ? arrays.with(DISLIKES, GraphArrays.of(model.dislikes())) : arrays);
    }

    /**
     * The model of an archive. O(values).
     *
     * @throws ModelFormatException where an array is missing, has a number that is not finite, or does not fit the
     *         others
     */
    static ServedModel model(ModelArchive archive) {
        return reading(archive.info().name(), () -> read(archive));
    }

    /** Does what reads a model. What it refuses is one error that names the model and the way out. */
    static <T> T reading(String modelName, Supplier<T> work) {
        try {
            return work.get();
        } catch (NoSuchElementException | IllegalArgumentException | ModelFormatException e) {
            throw ModelFormatException.ofModel(modelName, e);
        }
    }

    /** Tables of nodes first: what the others take memory for is no more than there are nodes. */
    private static ServedModel read(ModelArchive archive) {
        NamedArrays arrays = archive.arrays();
        DenseMatrix embeddings = embeddings(arrays, archive.info().spec().dimension());
        int userCount = arrays.ints(ROWS + GraphArrays.OFFSETS).length - 1;
        NodeTable users = NodeBytes.read(userCount, arrays.bytes(USERS));
        NodeTable items = NodeBytes.read(embeddings.rows(), arrays.bytes(ITEMS));
        CsrGraph rows = GraphArrays.graph(arrays.under(ROWS), userCount, embeddings.rows());
        NamedArrays dislikes = arrays.under(DISLIKES);
        FittedModel fitted = new FittedModel(rows, embeddings, arrays.under(STATE));
        archive.info().spec().requireFits(fitted, archive.features());
        return new ServedModel(archive.info(), users, items,
                dislikes.asMap().isEmpty()
                        ? new CsrBuilder(userCount, embeddings.rows()).build()
                        : GraphArrays.graph(dislikes, userCount, embeddings.rows()),
                fitted, archive.features());
    }

    private static DenseMatrix embeddings(NamedArrays arrays, int dimension) {
        arrays.asMap().forEach(ModelFormat::requireFinite);
        DenseMatrix embeddings = arrays.matrix(ITEM_EMBEDDINGS);
        if (embeddings.cols() < Math.min(1, dimension)) {
            throw new ModelFormatException("array '" + ITEM_EMBEDDINGS + "' must have a column but has none");
        }
        return embeddings;
    }

    /** A number that is not finite would make scores that are none, and lists that are too short. */
    private static void requireFinite(String name, NamedArray array) {
        float[] values = array instanceof NamedArray.Floats floats ? floats.matrix().data() : new float[0];
        boolean isFinite = true;
        for (float value : values) {
            isFinite &= Math.abs(value) <= Float.MAX_VALUE;
        }
        if (!isFinite) {
            throw new ModelFormatException("array '" + name + "' has a number that is infinite or NaN");
        }
    }
}
