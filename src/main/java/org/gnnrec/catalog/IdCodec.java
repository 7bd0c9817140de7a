package org.gnnrec.catalog;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gnnrec.archive.ModelFormatException;
import org.neo4j.exceptions.Neo4jException;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.Values;

/**
 * Canonical id values as bytes: a tag, then the value. Temporal values are kept as ISO texts, points as their
 * reference system and coordinates. A list has single values: no property holds lists of lists.
 */
final class IdCodec {
    private static final Map<Byte, Function<String, Object>> TEMPORAL = Map.of((byte) 'd', LocalDate::parse,
            (byte) 'l', LocalTime::parse, (byte) 't', LocalDateTime::parse, (byte) 'o', OffsetTime::parse, (byte) 'z',
            ZonedDateTime::parse, (byte) 'p', DurationValue::parse);

    private static final char LIST = '[';
    /** More than the longest text of a temporal value, which has a year of ten digits and the name of a time zone. */
    private static final int LONGEST_TEMPORAL = 256;

    private IdCodec() {}

    static void write(Object id, DataOutputStream out) throws IOException {
        if (id instanceof List<?> list) {
            writeList(list, out);
        } else {
            writeScalar(id, out);
        }
    }

    private static void writeScalar(Object id, DataOutputStream out) throws IOException {
        switch (id) {
            case Long number -> {
                out.writeByte('L');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('D');
                out.writeDouble(number);
            }
            case Boolean bool -> out.writeByte(bool ? 'T' : 'F');
            case String text -> writeText('S', text, out);
            case LocalDate date -> writeText('d', date.toString(), out);
            case LocalTime time -> writeText('l', time.toString(), out);
            case LocalDateTime time -> writeText('t', time.toString(), out);
            case OffsetTime time -> writeText('o', time.toString(), out);
            case ZonedDateTime time -> writeText('z', time.toString(), out);
            case DurationValue duration -> writeText('p', duration.toString(), out);
            case PointValue point -> writePoint(point, out);
            default -> throw new IllegalArgumentException("an id of type " + id.getClass().getName()
                    + " cannot be kept. Use a number, a text, a boolean, a point or a temporal value");
        }
    }

    /** @throws ModelFormatException where the next bytes are no id */
    static Object read(PieceInput in) {
        byte tag = in.readByte();
        return tag == LIST ? readList(in) : readScalar(tag, in);
    }

    private static Object readScalar(byte tag, PieceInput in) {
        return switch (tag) {
            case 'L' -> in.readLong();
            case 'D' -> in.readDouble();
            case 'T' -> true;
            case 'F' -> false;
            case 'S' -> readText(in.readInt(), in);
            case 'P' -> readPoint(in);
            default -> readTemporal(tag, in);
        };
    }

    private static Object readTemporal(byte tag, PieceInput in) {
        Function<String, Object> parser = TEMPORAL.get(tag);
        if (parser == null) {
            throw new ModelFormatException("an id value begins with the unknown tag " + tag);
        }
        int length = in.readInt();
        if (length > LONGEST_TEMPORAL) {
            throw new ModelFormatException("a temporal id value has at most " + LONGEST_TEMPORAL + " bytes, but "
                    + length + " are to follow");
        }
        return made("temporal value", readText(length, in), parser);
    }

    /** What the JDK or Neo4j makes of it: they know best what no such value can be, and throw errors of their own. */
    private static <T, R> R made(String what, T from, Function<T, R> maker) {
        try {
            return maker.apply(from);
        } catch (DateTimeException | ArithmeticException | NumberFormatException | Neo4jException e) {
            throw new ModelFormatException("an id value is no " + what + ": " + e.getMessage());
        }
    }

    private static void writeText(char tag, String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(int length, PieceInput in) {
        return new String(in.readBytes(length), StandardCharsets.UTF_8);
    }

    private static void writePoint(PointValue point, DataOutputStream out) throws IOException {
        out.writeByte('P');
        out.writeInt(point.getCoordinateReferenceSystem().getCode());
        double[] coordinates = point.coordinate();
        out.writeInt(coordinates.length);
        for (double coordinate : coordinates) {
            out.writeDouble(coordinate);
        }
    }

    private static PointValue readPoint(PieceInput in) {
        CoordinateReferenceSystem system = made("point", in.readInt(), CoordinateReferenceSystem::get);
        int dimension = in.readInt();
        if (dimension != system.getDimension()) {
            throw new ModelFormatException("a point of " + system.getName() + " has " + system.getDimension()
                    + " coordinates, but this one has " + dimension);
        }
        double[] coordinates = new double[dimension];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = in.readDouble();
        }
        return made("point", coordinates, values -> Values.pointValue(system, values));
    }

    private static void writeList(List<?> list, DataOutputStream out) throws IOException {
        out.writeByte(LIST);
        out.writeInt(list.size());
        for (Object element : list) {
            writeScalar(element, out);
        }
    }

    /** An element has a byte at least. The list grows with the elements that are there, whatever it counts. */
    private static List<Object> readList(PieceInput in) {
        int size = in.readInt();
        if (size < 0 || size > in.remaining()) {
            throw new ModelFormatException("an id value is a list of " + size + " elements, but " + in.remaining()
                    + " bytes follow");
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(readScalar(in.readByte(), in));
        }
        return List.copyOf(list);
    }
}
