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
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
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
        assertThat(hex(floats())).isEqualTo(golden.get("floats"));
        assertThat(hex(ints())).isEqualTo(golden.get("ints"));
    }

    @Test
    void nodesAreStillWrittenAsFormatOne() {
        assertThat(hex(NodeBytes.write(NODES))).isEqualTo(golden.get("nodes"));
        assertThat(hex(NodeBytes.write(OTHERS))).isEqualTo(golden.get("others"));
    }

    @Test
    void formatOneIsStillRead() {
        assertThat(((NamedArray.Floats) read("floats", floats())).matrix().data())
                .isEqualTo(floats().matrix().data());
        assertThat(((NamedArray.Ints) read("ints", ints())).values()).isEqualTo(ints().values());
        NodeTable nodes = NodeBytes.read(5, (NamedArray.Bytes) read("nodes", NodeBytes.write(NODES)));
        assertThat(nodes.sameValues(NODES)).isTrue();
        assertThat(nodes.nodes().nodeIds()).isEqualTo(NODES.nodes().nodeIds());
        assertThat(NodeBytes.read(1, (NamedArray.Bytes) read("others", NodeBytes.write(OTHERS))).sameValues(OTHERS))
                .isTrue();
        assertThat(ModelNode.FORMAT_VERSION).as("formats 2 and 3 changed no bytes of an array").isEqualTo(3);
    }

    private static NamedArray.Floats floats() {
        return new NamedArray.Floats(new DenseMatrix(2, 2, new float[]{ 1f, -0.5f, 1e-3f, 0f }));
    }

    private static NamedArray.Ints ints() {
        return new NamedArray.Ints(new int[]{ 0, 1, 0x01020304 });
    }

    private static String hex(NamedArray array) {
        List<byte[]> parts = new ArrayList<>();
        ArrayEntry.write("a", array, parts::add);
        assertThat(parts).hasSize(1);
        return HEX.formatHex(parts.get(0));
    }

    /** The golden bytes, by the line of the directory that the array has today. */
    private NamedArray read(String key, NamedArray array) {
        return ArrayEntry.write("a", array, part -> {}).read(1, part -> bytes(key));
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
