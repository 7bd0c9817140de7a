package org.gnnrec.serving;

import java.util.Arrays;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.ServedModel;

/**
 * A user's embedding from the items they have now: {@code e_u = a0 e0_u + sum over i of m_i / sqrt(d_u d_i')}, where
 * d_u is how many items they have and d_i' is the item's training degree, one more where this user took the item since
 * and one less nowhere (the items they gave up are no longer in the sum). It is LightGCN's last propagation step with
 * this user's row replaced: exact for one layer, first order for more. O(items of the user * d).
 */
final class FoldIn {
    private final ServedModel model;

    FoldIn(ServedModel model) {
        this.model = model;
    }

    /** The embedding of a user (dense index, or -1 where training did not know them) with these items, ascending. */
    float[] embedding(int user, int[] items) {
        DenseMatrix messages = model.messages();
        float[] embedding = base(user);
        for (int item : items) {
            int degree = model.itemDegrees()[item] + (trainedOn(user, item) ? 0 : 1);
            float weight = (float) (1 / Math.sqrt((double) items.length * degree));
            Kernels.get().axpy(weight, messages.data(), messages.offset(item), embedding, 0, embedding.length);
        }
        return embedding;
    }

    /** True if the model was trained on exactly these items of this user. */
    boolean isTrainedRow(int user, int[] items) {
        if (user < 0) {
            return false;
        }
        int[] offsets = model.rows().offsets();
        return Arrays.equals(model.rows().neighbors(), offsets[user], offsets[user + 1], items, 0, items.length);
    }

    private boolean trainedOn(int user, int item) {
        return user >= 0 && model.rows().contains(user, item);
    }

    private float[] base(int user) {
        DenseMatrix base = model.userBase();
        return user < 0
                ? new float[base.cols()]
                : Arrays.copyOfRange(base.data(), base.offset(user), base.offset(user) + base.cols());
    }
}
