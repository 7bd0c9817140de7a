package org.gnnrec.catalog;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.Values;

/**
 * Canonical id values as bytes: a tag, then the value. Temporal values are kept as ISO texts, points as their
 * reference system and coordinates.
 */
final class IdCodec {
    private static final Map<Byte, Function<String, Object>> TEMPORAL = Map.of((byte) 'd', LocalDate::parse,
            (byte) 'l', LocalTime::parse, (byte) 't', LocalDateTime::parse, (byte) 'o', OffsetTime::parse, (byte) 'z',
            ZonedDateTime::parse, (byte) 'p', DurationValue::parse);

    private IdCodec() {}

    static void write(Object id, DataOutputStream out) throws IOException {
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
            case List<?> list -> writeList(list, out);
            default -> throw new IllegalArgumentException("an id of type " + id.getClass().getName()
                    + " cannot be kept. Use a number, a text, a boolean, a point or a temporal value");
        }
    }

    static Object read(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case 'L' -> in.readLong();
            case 'D' -> in.readDouble();
            case 'T' -> true;
            case 'F' -> false;
            case 'S' -> readText(in);
            case 'P' -> readPoint(in);
            case '[' -> readList(in);
            default -> readTemporal(tag, in);
        };
    }

    private static Object readTemporal(byte tag, DataInputStream in) throws IOException {
        Function<String, Object> parser = TEMPORAL.get(tag);
        if (parser == null) {
            throw new ModelFormatException("an id value begins with the unknown tag " + tag);
        }
        return parser.apply(readText(in));
    }

    private static void writeText(char tag, String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
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

    private static PointValue readPoint(DataInputStream in) throws IOException {
        CoordinateReferenceSystem system = CoordinateReferenceSystem.get(in.readInt());
        double[] coordinates = new double[in.readInt()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = in.readDouble();
        }
        return Values.pointValue(system, coordinates);
    }

    private static void writeList(List<?> list, DataOutputStream out) throws IOException {
        out.writeByte('[');
        out.writeInt(list.size());
        for (Object element : list) {
            write(element, out);
        }
    }

    private static List<Object> readList(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return List.copyOf(list);
    }
}
