package org.gnnrec.training;

import java.util.Arrays;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Pairs;
import org.gnnrec.model.RowSet;

/**
 * The edges of one step and the rows they need: edge n joins {@code userSlot(n)} of {@link #users} with {@code
 * itemSlot(n)} of {@link #items}. {@link #rows} and {@link #gradients} have a row for each slot. Made once and used for
 * every step.
 */
final class Batch implements Pairs {
    private final int[] userSlots;
    private final int[] itemSlots;
    private final float[] weights;
    private final RowSet users;
    private final RowSet items;
    private final Embeddings rows;
    private final Embeddings gradients;
    private int size;

    /** Room for {@code capacity} edges and the extra rows of each side that the loss asks for. */
    Batch(int userCount, int itemCount, int capacity, int extraUsers, int extraItems, int dimension) {
        userSlots = new int[capacity];
        itemSlots = new int[capacity];
        weights = new float[capacity];
        users = new RowSet(userCount, capacity + extraUsers);
        items = new RowSet(itemCount, capacity + extraItems);
        rows = Embeddings.zeros(users.capacity(), items.capacity(), dimension);
        gradients = Embeddings.zeros(users.capacity(), items.capacity(), dimension);
    }

    void clear() {
        size = 0;
        users.clear();
        items.clear();
    }

    /** @param weight of the edge over the mean weight of all edges */
    void add(int user, int item, float weight) {
        weights[size] = weight;
        userSlots[size] = users.add(user);
        itemSlots[size] = items.add(item);
        size++;
    }

    void clearGradients() {
        clearRows(gradients.users(), users.size());
        clearRows(gradients.items(), items.size());
    }

    private static void clearRows(DenseMatrix matrix, int rows) {
        Arrays.fill(matrix.data(), 0, rows * matrix.cols(), 0);
    }

    int capacity() {
        return userSlots.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int userSlot(int edge) {
        return userSlots[edge];
    }

    @Override
    public int itemSlot(int edge) {
        return itemSlots[edge];
    }

    /** The weight of the edge over the mean weight of all edges. */
    float weight(int edge) {
        return weights[edge];
    }

    RowSet users() {
        return users;
    }

    RowSet items() {
        return items;
    }

    Embeddings rows() {
        return rows;
    }

    Embeddings gradients() {
        return gradients;
    }
}
