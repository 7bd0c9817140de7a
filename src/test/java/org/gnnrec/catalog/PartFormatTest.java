package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.junit.jupiter.api.Test;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.Values;

/**
 * The bytes of format 1, written once and kept. Where this test fails, models in users' databases can no longer be
 * read: raise {@link ModelNode#FORMAT_VERSION} and keep these bytes readable, or undo the change.
 */
class PartFormatTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final NodeTable NODES = new NodeTable(IdMap.ofAscending(new long[]{ 0, 7, 258, 1L << 40, 1L << 41 }),
            new Object[]{ 42L, "ü1", List.of(1L, 0.5, true), LocalDate.of(2026, 1, 31),
                    Values.pointValue(CoordinateReferenceSystem.WGS_84, 13.4, 52.5) });
    private static final NodeTable OTHERS = new NodeTable(IdMap.ofAscending(new long[]{ 9 }),
            new Object[]{ DurationValue.duration(1, 2, 3, 4) });

    private final Properties golden = golden();

    @Test
    void floatsAndIntsAreStillWrittenAsFormatOne() {
        assertThat(hex(sink -> PartStreams.writeFloats(floats(), sink::accept))).isEqualTo(golden.get("floats"));
        assertThat(hex(sink -> PartStreams.writeInts(ints(), sink::accept))).isEqualTo(golden.get("ints"));
    }

    @Test
    void nodesAreStillWrittenAsFormatOne() {
        assertThat(hex(sink -> PartStreams.writeNodes(NODES, sink::accept))).isEqualTo(golden.get("nodes"));
        assertThat(hex(sink -> PartStreams.writeNodes(OTHERS, sink::accept))).isEqualTo(golden.get("others"));
    }

    @Test
    void formatOneIsStillRead() {
        assertThat(PartStreams.readFloats(4, 1, part -> bytes("floats"))).isEqualTo(floats());
        assertThat(PartStreams.readInts(3, 1, part -> bytes("ints"))).isEqualTo(ints());
        NodeTable nodes = PartStreams.readNodes(5, List.of(bytes("nodes")));
        assertThat(nodes.sameValues(NODES)).isTrue();
        assertThat(nodes.nodes().nodeIds()).isEqualTo(NODES.nodes().nodeIds());
        assertThat(PartStreams.readNodes(1, List.of(bytes("others"))).sameValues(OTHERS)).isTrue();
        assertThat(ModelNode.FORMAT_VERSION).as("format 2 changed the model node alone").isEqualTo(2);
    }

    private static float[] floats() {
        return new float[]{ 1f, -0.5f, 1e-3f, 0f };
    }

    private static int[] ints() {
        return new int[]{ 0, 1, 0x01020304 };
    }

    private static String hex(Consumer<Consumer<byte[]>> writer) {
        List<byte[]> parts = new ArrayList<>();
        writer.accept(parts::add);
        assertThat(parts).hasSize(1);
        return HEX.formatHex(parts.get(0));
    }

    private byte[] bytes(String key) {
        return HEX.parseHex(golden.getProperty(key));
    }

    private static Properties golden() {
        Properties properties = new Properties();
        try (InputStream in = PartFormatTest.class.getResourceAsStream("/golden/parts-1.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
