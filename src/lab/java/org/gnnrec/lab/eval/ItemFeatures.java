package org.gnnrec.lab.eval;

import java.util.List;
import org.gnnrec.feature.FeatureLearner;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.lab.data.Item;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.HeapClaim;

/** Genres and years of items as the plugin encodes them, and a last column of ones. */
final class ItemFeatures {
    private static final List<String> PROPERTIES = List.of("genres", "year");

    private ItemFeatures() {}

    /** Items x columns; the only column is the last one where no item has a genre or a year. */
    static DenseMatrix of(List<Item> items) {
        FeatureLearner learner = new FeatureLearner(PROPERTIES, HeapClaim.UNBOUNDED);
        items.forEach(item -> learner.add(item.id(), item.properties()));
        FeatureSchema schema = learner.learn();
        FeatureMatrixBuilder rows = new FeatureMatrixBuilder(items.size(), schema.columnCount());
        items.forEach(item -> schema.encode(item.id(), item.properties(), rows));
        return withOnes(rows.build());
    }

    private static DenseMatrix withOnes(FeatureMatrix sparse) {
        DenseMatrix dense = DenseMatrix.zeros(sparse.rowCount(), sparse.columnCount() + 1);
        for (int row = 0; row < dense.rows(); row++) {
            for (int e = sparse.offsets()[row]; e < sparse.offsets()[row + 1]; e++) {
                dense.data()[dense.offset(row) + sparse.columns()[e]] = sparse.values()[e];
            }
            dense.data()[dense.offset(row) + sparse.columnCount()] = 1;
        }
        return dense;
    }
}
