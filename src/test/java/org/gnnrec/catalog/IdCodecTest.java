package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(id)));
        assertThat(IdCodec.read(in)).isEqualTo(id);
        assertThat(in.available()).isZero();
    }

    @Property(seed = "13", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anIdCutShortIsNeverReadAsAnother(@ForAll("ids") Object id, @ForAll double where) throws IOException {
        byte[] whole = bytes(id);
        int cut = (int) (Math.abs(where % 1) * whole.length);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(whole, cut)));
        assertThatThrownBy(() -> IdCodec.read(in)).isInstanceOfAny(IOException.class, ModelFormatException.class);
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
        assertThatThrownBy(() -> read(new byte[]{ '?' })).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("unknown tag 63");
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

    private static Object read(byte[] bytes) throws IOException {
        return IdCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
