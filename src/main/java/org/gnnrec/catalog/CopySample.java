package org.gnnrec.catalog;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.source.NodeTable;
import org.neo4j.graphdb.Node;

/**
 * An even part of the users and items of a version as properties of its node, so that a list of models can look at the
 * copy of their embeddings without reading their parts. A version that was stored earlier has none.
 */
final class CopySample {
    /** Where one node in a hundred lacks its copy, a sample of so many has none of them in one case of 20,000. */
    private static final int MOST = 1_000;
    private static final String USERS = "sampledUsers";
    private static final String ITEMS = "sampledItems";
    private static final String INDEXED = "sampledVectors";
    /** Users and items of the model, then of the sample. */
    private static final String COUNTS = "sampledCounts";

    private CopySample() {}

    static void write(CopiedNodes nodes, Node model) {
        CopiedNodes sample = nodes.sample(MOST);
        model.setProperty(USERS, bytes(sample.users()));
        model.setProperty(ITEMS, bytes(sample.items()));
        model.setProperty(INDEXED, sample.indexed());
        model.setProperty(COUNTS, new long[]{ sample.userCount(), sample.itemCount(), sample.users().size(),
                sample.items().size() });
    }

    private static byte[] bytes(NodeTable nodes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NodeBytes.write(nodes).pieces().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Nothing where the version has no sample. Fails where the sample was damaged. */
    static Optional<CopiedNodes> read(Node model) {
        StoredProperties stored = new StoredProperties(model);
        return stored.has(COUNTS)
                ? Optional.of(ModelFormat.reading(stored.modelName(), () -> read(stored)))
                : Optional.empty();
    }

    private static CopiedNodes read(StoredProperties stored) {
        long[] counts = stored.required(COUNTS, long[].class, "a list of whole numbers");
        if (counts.length != 4 || Arrays.stream(counts).anyMatch(count -> count < 0 || count > Integer.MAX_VALUE)) {
            throw stored.unreadable(COUNTS, "must be four counts but is " + Arrays.toString(counts));
        }
        return new CopiedNodes(table(stored, USERS, counts[2]), table(stored, ITEMS, counts[3]),
                stored.required(INDEXED, int[].class, "a list of whole numbers"), counts[0], counts[1]);
    }

    private static NodeTable table(StoredProperties stored, String key, long size) {
        byte[] bytes = stored.required(key, byte[].class, "a list of bytes");
        return NodeBytes.read((int) size, new NamedArray.Bytes(List.of(bytes)));
    }
}
