package org.gnnrec.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureLearner;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.Features;
import org.gnnrec.linalg.HeapClaim;

/** Features for tests: nodes as maps of values, rows as plain arrays. */
public final class Rows {
    private Rows() {}

    /** One value in each row: {@code values[r]} in the column {@code r % columns}. */
    public static FeatureMatrix cyclic(int columns, float[] values) {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(values.length, columns);
        for (int row = 0; row < values.length; row++) {
            builder.put(row % columns, values[row]);
            builder.endRow();
        }
        return builder.build();
    }

    /** A row with its zeros. */
    public static float[] dense(FeatureMatrix matrix, int row) {
        float[] dense = new float[matrix.columnCount()];
        for (int e = matrix.offsets()[row]; e < matrix.offsets()[row + 1]; e++) {
            dense[matrix.columns()[e]] = matrix.values()[e];
        }
        return dense;
    }

    /** Nodes that have one property, or none where the value is null. */
    public static List<Map<String, Object>> nodes(String property, Object... values) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Object value : values) {
            Map<String, Object> node = new HashMap<>();
            node.put(property, value);
            nodes.add(node);
        }
        return nodes;
    }

    /** What is learned of these nodes, whose ids are 'n0', 'n1' and so on. */
    public static FeatureSchema learn(List<String> properties, List<? extends Map<String, ?>> nodes) {
        FeatureLearner learner = new FeatureLearner(properties, HeapClaim.UNBOUNDED);
        for (int n = 0; n < nodes.size(); n++) {
            learner.add("n" + n, nodes.get(n));
        }
        return learner.learn();
    }

    /** The schema of nodes with one property. */
    public static FeatureSchema learn(Object... values) {
        return learn(List.of("p"), nodes("p", values));
    }

    /** The row of a node with one property. */
    public static float[] encode(FeatureSchema schema, Object value) {
        return dense(schema.encode("new", nodes("p", value).get(0)), 0);
    }
}
