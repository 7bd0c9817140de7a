package org.gnnrec.model.lightgcn;

import java.util.function.Consumer;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;
import org.gnnrec.model.Embeddings;

/**
 * The inner hops of LightGCN++: {@code sum over k = 0..K-1 of n(E^k)} with {@code E^k = A n(E^(k-1))}, where n scales
 * each row to length one. Holds K + 1 buffers of the size of E0 for K = 1 and K + 2 above. O(K (users + items) d)
 * beside the products.
 */
final class UnitHops implements InnerHops {
    private final Hop hop;
    private final Hop transposed;
    private final Embeddings[] units;
    private final Directions[] directions;
    private final Embeddings sum;
    private final Embeddings sumGradient;

    UnitHops(int layers, int dimension, Hop hop, Hop transposed) {
        this.hop = hop;
        this.transposed = transposed;
        this.units = new Embeddings[layers];
        this.directions = new Directions[layers];
        for (int k = 0; k < layers; k++) {
            units[k] = hop.buffer(dimension);
            directions[k] = new Directions(units[k], hop.parallel());
        }
        this.sum = layers >= 2 ? hop.buffer(dimension) : units[0];
        this.sumGradient = hop.buffer(dimension);
    }

    /** The scaled rows of one hop. */
    private record Directions(UnitRows users, UnitRows items) {
        Directions(Embeddings of, Parallel parallel) {
            this(new UnitRows(of.users().rows(), parallel), new UnitRows(of.items().rows(), parallel));
        }

        void normalize(Embeddings x) {
            users.normalize(x.users(), x.users().rows());
            items.normalize(x.items(), x.items().rows());
        }

        void backward(Embeddings unit, Embeddings gradient) {
            users.backward(unit.users(), gradient.users(), unit.users().rows());
            items.backward(unit.items(), gradient.items(), unit.items().rows());
        }
    }

    @Override
    public Embeddings forward(Embeddings base) {
        units[0].copyFrom(base);
        directions[0].normalize(units[0]);
        for (int k = 1; k < units.length; k++) {
            units[k].clear();
            hop.multiplyAdd(units[k - 1], units[k]);
            directions[k].normalize(units[k]);
            if (k == 1) {
                sum.copyFrom(units[0]);
            }
            sum.add(units[k]);
        }
        return sum;
    }

    @Override
    public void backward(Consumer<Embeddings> scatter, Embeddings gradient) {
        sumGradient.clear();
        scatter.accept(sumGradient);
        Embeddings current = sumGradient;
        if (units.length > 1) {
            sum.copyFrom(sumGradient);
            current = sum;
        }
        for (int k = units.length - 1; k > 0; k--) {
            directions[k].backward(units[k], current);
            // The rows of this hop are free until the next forward.
            units[k].copyFrom(sumGradient);
            transposed.multiplyAdd(current, units[k]);
            current = units[k];
        }
        directions[0].backward(units[0], current);
        gradient.add(current);
    }
}
