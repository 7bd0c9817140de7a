package org.gnnrec.writeback;

import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.writeback.PropertyWriter.Column;
import org.neo4j.graphdb.Node;

/** Writes embeddings to nodes as {@code LIST<FLOAT>}, through {@link PropertyWriter}. */
public final class EmbeddingWriter {
    private final PropertyWriter writer;

    /** @param progress gets the number of nodes done */
    public EmbeddingWriter(InnerTransactions inner, LongConsumer progress) {
        this.writer = new PropertyWriter(inner, progress);
    }

    /** Which nodes and which property: embedding r goes to node r of the table. */
    public record Target(NodeKind kind, NodeTable nodes, String property, IntFunction<float[]> embeddings) {
        /** A target on the nodes of these rows, which ascend, with the vectors that the vector index reads. */
        public static Target indexed(NodeKind kind, NodeTable nodes, String indexProperty, DenseMatrix embeddings,
                int[] rows) {
            return new Target(kind, nodes.select(rows), indexProperty, augmented(embeddings.gather(rows))::row);
        }

        /** The target on the nodes of its table that are present. */
        public Target at(PresentNodes present) {
            return new Target(kind, present.nodes(), property, row -> embeddings.apply(present.rows()[row]));
        }

        private boolean isWritten(Node node, Object embedding, float tolerance) {
            return node.getProperty(property, null) instanceof float[] stored
                    && EmbeddingWriter.isClose(stored, (float[]) embedding, tolerance);
        }
    }

    /** Writes all rows; returns how many nodes were set. About 10 to 20 microseconds a node of 64 floats. */
    public long write(Target target) {
        return writer.write(new Column(target.kind, target.nodes, target.property, target.embeddings::apply));
    }

    /**
     * Writes the rows whose node has no embedding, or one that is not {@link #isClose}; returns how many nodes were set.
     */
    public long writeMissing(Target target, float tolerance) {
        return writer.write(new Column(target.kind, target.nodes, target.property, target.embeddings::apply,
                (node, embedding) -> target.isWritten(node, embedding, tolerance)));
    }

    /** True where no number differs by more than this part of the largest number of the embedding. */
    static boolean isClose(float[] stored, float[] embedding, float tolerance) {
        float largest = 0;
        float difference = 0;
        for (int i = 0; i < Math.min(stored.length, embedding.length); i++) {
            largest = Math.max(largest, Math.abs(embedding[i]));
            difference = Math.max(difference, Math.abs(stored[i] - embedding[i]));
        }
        return stored.length == embedding.length && difference <= tolerance * largest;
    }

    /**
     * Vectors whose cosine with (query, 0) ranks as the inner product does. Each x gets {@code sqrt(M^2 - |x|^2)} as
     * one more dimension, so that all have the norm M (Bachrach et al., RecSys 2014). M is the largest norm plus a
     * tenth of head-room.
     */
    static DenseMatrix augmented(DenseMatrix embeddings) {
        int d = embeddings.cols();
        float[] squares = new float[embeddings.rows()];
        float largest = 0;
        for (int row = 0; row < squares.length; row++) {
            int offset = embeddings.offset(row);
            squares[row] = Kernels.get().dot(embeddings.data(), offset, embeddings.data(), offset, d);
            largest = Math.max(largest, squares[row]);
        }
        float bound = Math.max(largest * 1.21f, Float.MIN_NORMAL);
        DenseMatrix augmented = DenseMatrix.zeros(embeddings.rows(), d + 1);
        for (int row = 0; row < squares.length; row++) {
            System.arraycopy(embeddings.data(), embeddings.offset(row), augmented.data(), augmented.offset(row), d);
            augmented.data()[augmented.offset(row) + d] = (float) Math.sqrt(bound - squares[row]);
        }
        return augmented;
    }
}
