package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.archive.ModelFormatException;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.Values;

class IdCodecTest {

    @Property(seed = "13", tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void everyIdComesBackEqualAndNothingIsLeftOver(@ForAll("ids") Object id) throws IOException {
        PieceInput in = in(bytes(id));
        assertThat(IdCodec.read(in)).isEqualTo(id);
        assertThat(in.remaining()).isZero();
    }

    @Property(seed = "13", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anIdCutShortIsNeverReadAsAnother(@ForAll("ids") Object id, @ForAll double where) throws IOException {
        byte[] whole = bytes(id);
        int cut = (int) (Math.abs(where % 1) * whole.length);
        PieceInput in = in(Arrays.copyOf(whole, cut));
        assertThatThrownBy(() -> IdCodec.read(in)).isInstanceOf(ModelFormatException.class);
    }

    @Example
    void theHourThatComesTwiceIsToldApart() throws IOException {
        ZonedDateTime first = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"))
                .withEarlierOffsetAtOverlap();
        for (ZonedDateTime time : List.of(first, first.withLaterOffsetAtOverlap())) {
            assertThat(read(bytes(time))).isEqualTo(time);
        }
    }

    @Example
    void anUnknownTagIsAFormatError() {
        assertThatThrownBy(() -> read((byte) '?')).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("unknown tag 63");
    }

    @Example
    void lengthsAndCountsBeyondTheBytesAreFormatErrors() {
        for (int count : new int[]{ -1, Integer.MIN_VALUE, 4, 1_000_000_000, Integer.MAX_VALUE }) {
            for (char tag : "S[dltozp".toCharArray()) {
                assertRefused(bytes(tag, count, 'T', 'T', 'T'), "");
            }
        }
    }

    @Example
    void aListOfListsIsAFormatErrorHoweverDeep() {
        ByteBuffer bytes = ByteBuffer.allocate(5 * 100_000);
        while (bytes.hasRemaining()) {
            bytes.put((byte) '[').putInt(1);
        }
        assertRefused(bytes.array(), "unknown tag 91");
    }

    @Example
    void aListCountsNoMoreThanItHolds() {
        assertRefused(bytes('[', 3, 'T', 'F', '?'), "unknown tag 63");
        assertRefused(bytes('[', 4, 'T', 'F', 'T'), "a list of 4 elements, but 3 bytes follow");
        assertThat(read(bytes('[', 3, 'T', 'F', 'T'))).isEqualTo(List.of(true, false, true));
    }

    @Example
    void aPointOfAnotherSystemOrDimensionIsAFormatError() {
        assertRefused(point(7203, 1_000_000_000),
                "a point of cartesian has 2 coordinates, but this one has 1000000000");
        assertRefused(point(7203, 3, 1, 2, 3), "has 2 coordinates, but this one has 3");
        assertRefused(point(7203, -1), "has 2 coordinates");
        assertRefused(point(0, 2, 1, 2), "an id value is no point");
        assertRefused(point(7203, 2, Double.NaN, 2), "an id value is no point");
        assertRefused(point(4326, 2, 13, 1e9), "an id value is no point");
    }

    private static byte[] point(int system, int dimension, double... coordinates) {
        ByteBuffer bytes = ByteBuffer.allocate(9 + 8 * coordinates.length).put((byte) 'P').putInt(system)
                .putInt(dimension);
        Arrays.stream(coordinates).forEach(bytes::putDouble);
        return bytes.array();
    }

    @Example
    void aTextThatIsNoTemporalValueIsAFormatError() {
        for (char tag : "dltozp".toCharArray()) {
            for (String text : List.of("", "P", "yesterday", "2026-02-30", "25:00", "2026-01-01T00:00Z[No/Where]",
                    "P99999999999999999999Y", "P" + "9".repeat(300) + "D", "1".repeat(256))) {
                assertRefused(text(tag, text), "");
            }
        }
    }

    private static byte[] text(char tag, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + encoded.length).put((byte) tag).putInt(encoded.length).put(encoded).array();
    }

    private static byte[] bytes(char tag, int count, char... more) {
        ByteBuffer bytes = ByteBuffer.allocate(5 + more.length).put((byte) tag).putInt(count);
        for (char one : more) {
            bytes.put((byte) one);
        }
        return bytes.array();
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ModelFormatException.class).hasMessageContaining(reason)
                .hasMessageEndingWith(". Train the model again");
    }

    @Example
    void aListOfListsIsNotWritten() {
        assertThatThrownBy(() -> bytes(List.of(List.of(1L)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be kept");
    }

    @Example
    void aTypeThatNoPropertyHasIsRefusedByName() {
        assertThatThrownBy(() -> bytes(Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be kept");
    }

    @Provide
    Arbitrary<Object> ids() {
        Arbitrary<Object> single = Arbitraries.oneOf(numbers(), texts(), temporal(), points());
        return Arbitraries.oneOf(single, single.list().ofMaxSize(4).map(List::copyOf));
    }

    private static Arbitrary<Object> numbers() {
        Arbitrary<Double> doubles = Arbitraries.oneOf(Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY));
        return Arbitraries.oneOf(Arbitraries.longs().asGeneric(), doubles.asGeneric(),
                Arbitraries.of(true, false).asGeneric());
    }

    private static Arbitrary<Object> texts() {
        return Arbitraries.of("", "u42", "\u0000", "Grüße", "東京", "\uD83C\uDFAC\uD83C\uDFB5", "e\u0301", "a\nb")
                .asGeneric();
    }

    private static Arbitrary<Object> temporal() {
        Arbitrary<LocalDateTime> times = Combinators
                .combine(Arbitraries.longs().between(-999_999_999L * 365, 999_999_999L * 365),
                        Arbitraries.longs().between(0, 86_399_999_999_999L))
                .as((day, nano) -> LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofNanoOfDay(nano)));
        Arbitrary<ZoneOffset> offsets = Arbitraries.integers().between(-18 * 3600, 18 * 3600)
                .map(ZoneOffset::ofTotalSeconds);
        Arbitrary<ZoneId> zones = Arbitraries.oneOf(offsets.map(ZoneId.class::cast),
                Arbitraries.of("Europe/Berlin", "America/St_Johns", "UTC", "Z").map(ZoneId::of));
        return Arbitraries.oneOf(times.asGeneric(), times.map(LocalDateTime::toLocalDate).asGeneric(),
                times.map(LocalDateTime::toLocalTime).asGeneric(), durations().asGeneric(),
                Combinators.combine(times, offsets).as((time, offset) -> OffsetTime.of(time.toLocalTime(), offset))
                        .asGeneric(),
                Combinators.combine(times, zones).as(ZonedDateTime::of).asGeneric());
    }

    private static Arbitrary<DurationValue> durations() {
        Arbitrary<Long> parts = Arbitraries.longs().between(-100_000_000, 100_000_000);
        return Combinators.combine(parts, parts, parts, Arbitraries.longs().between(-2_000_000_000, 2_000_000_000))
                .as(DurationValue::duration);
    }

    private static Arbitrary<Object> points() {
        Arbitrary<Double> coordinates = Arbitraries.doubles().between(-90, 90);
        return Combinators.combine(Arbitraries.of(CoordinateReferenceSystem.CARTESIAN,
                CoordinateReferenceSystem.WGS_84, CoordinateReferenceSystem.CARTESIAN_3D,
                CoordinateReferenceSystem.WGS_84_3D), coordinates, coordinates, coordinates).as(IdCodecTest::point);
    }

    private static PointValue point(CoordinateReferenceSystem system, double x, double y, double z) {
        return system.getDimension() == 2 ? Values.pointValue(system, x, y) : Values.pointValue(system, x, y, z);
    }

    private static byte[] bytes(Object id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IdCodec.write(id, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Object read(byte... bytes) {
        return IdCodec.read(in(bytes));
    }

    private static PieceInput in(byte... bytes) {
        return new PieceInput(List.of(bytes));
    }
}
