package org.gnnrec.writeback;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import org.gnnrec.graph.NodeKind;
import org.gnnrec.graph.NodeTable;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.WatchedWorker;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Writes embeddings to nodes as {@code LIST<FLOAT>}, in batches of one transaction each, in the order of node ids, and
 * again after transient failures. Nodes deleted or changed since they were read are passed over.
 */
public final class EmbeddingWriter {
    private static final int BATCH = 5_000;

    private final GraphDatabaseService db;
    private final Runnable cancellation;
    private final LongConsumer progress;

    /** @param progress hears how many nodes are done, on the calling thread or the writing one */
    public EmbeddingWriter(GraphDatabaseService db, Runnable cancellation, LongConsumer progress) {
        this.db = db;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /** Which nodes and which property: row r of the matrix goes to node r of the table. */
    public record Target(NodeKind kind, NodeTable nodes, String property, DenseMatrix embeddings) {
        /** The same nodes with what the vector index reads in place of the embeddings. */
        public Target indexed(String indexProperty) {
            return new Target(kind, nodes, indexProperty, augmented(embeddings));
        }
    }

    /** Writes all rows; returns how many nodes were set. About 10 to 20 microseconds a node of 64 floats. */
    public long write(Target target) {
        AtomicLong written = new AtomicLong();
        WatchedWorker.run(stopped -> {
            for (int from = 0; from < target.nodes().size() && !stopped.get(); from += BATCH) {
                int first = from;
                int last = Math.min(from + BATCH, target.nodes().size());
                written.addAndGet(InnerTransactions.call(db, tx -> writeBatch(tx, target, first, last)));
                progress.accept(last);
            }
        }, cancellation);
        return written.get();
    }

    private static long writeBatch(Transaction tx, Target target, int from, int to) {
        List<Label> labels = Labels.of(target.kind().labels());
        DenseMatrix embeddings = target.embeddings();
        long written = 0;
        for (int row = from; row < to; row++) {
            Node node = NodeIds.find(tx, target.nodes().nodes().nodeId(row));
            if (IdValue.matches(node, labels, target.kind().idProperty(), target.nodes().value(row))) {
                written += set(node, target.property(), embeddings.row(row)) ? 1 : 0;
            }
        }
        return written;
    }

    /** False where another transaction deleted the node while this one waited for its lock. */
    private static boolean set(Node node, String property, float[] embedding) {
        try {
            node.setProperty(property, embedding);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Vectors whose cosine with (query, 0) ranks as the inner product does: each x gets {@code sqrt(M^2 - |x|^2)} as one
     * more dimension, so that all have the norm M, here the largest norm and a tenth of head-room (Bachrach et al.,
     * RecSys 2014).
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
