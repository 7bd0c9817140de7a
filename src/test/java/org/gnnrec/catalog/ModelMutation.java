package org.gnnrec.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/** Changes a stored model as damage or malice would, at random from a seed, and mostly forges the checksums to match. */
final class ModelMutation {
    private static final int[] INTS = { 0, 1, -1, 2, 255, 1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE,
            0x7FC00000, 0x7F800000, 0x7F7FFFFF, 0x5B010000, 0x53000000 };
    private static final List<Object> JUNK = Arrays.asList(null, true, "x", "", 0L, 1L, -1L, 2L, 3L, 8L, 1024L,
            1_000_000_000L, (long) Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0.5, -1.0, 1e300, List.of(),
            List.of(1L, "x"), Map.of(), Map.of("x", 1L), "BYTES", "FLOATS", "INTS", "users");
    /** One in so many mutations keeps the checksums of what was there. */
    private static final int UNFORGED = 10;

    private final SplittableRandom random;
    private final StoredInMemory stored;
    private final StringBuilder steps = new StringBuilder();

    private ModelMutation(StoredInMemory stored, long seed) {
        this.stored = stored;
        this.random = new SplittableRandom(seed);
    }

    /** A changed model, and in words how it was changed. */
    record Mutant(StoredInMemory stored, String steps) {}

    static Mutant of(StoredInMemory good, long seed) {
        ModelMutation mutation = new ModelMutation(good.copy(), seed);
        for (int n = mutation.random.nextInt(5) / 3; n >= 0; n--) {
            mutation.step();
        }
        if (mutation.random.nextInt(UNFORGED) > 0) {
            mutation.forge();
        }
        return new Mutant(mutation.stored, mutation.steps.toString());
    }

    private void step() {
        int kind = random.nextInt(20);
        steps.append(kind).append(' ');
        switch (kind) {
            case 0, 1 -> change(this::flipped);
            case 2, 3, 4, 5 -> change(this::withInt);
            case 6 -> change(bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            case 7 -> change(bytes -> Arrays.copyOf(bytes, bytes.length + 4 * random.nextInt(64)));
            case 8 -> swapParts();
            case 9 -> stored.parts().remove(random.nextInt(stored.parts().size()));
            case 10 -> duplicatePart();
            case 11, 12, 13, 14 -> resize();
            case 15 -> changeJson("arrays");
            case 16, 17 -> changeJson("configuration");
            case 18 -> changeJson("featureSchemas");
            default -> pick().put(pick(List.of("kind", "index", "crc", "bytes")), pick(JUNK));
        }
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private void change(Change change) {
        Map<String, Object> part = pick();
        if (part.get("bytes") instanceof byte[] bytes && bytes.length > 0) {
            steps.append(part.get("kind")).append(part.get("index")).append(' ');
            part.put("bytes", change.of(bytes));
        }
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return copy;
    }

    private byte[] withInt(byte[] bytes) {
        ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(bytes.length, Integer.BYTES)))
                .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int place = random.nextInt(copy.capacity() - Integer.BYTES + 1);
        copy.putInt(random.nextInt(4) > 0 ? place & -Integer.BYTES : place, INTS[random.nextInt(INTS.length)]);
        return copy.array();
    }

    private void swapParts() {
        Map<String, Object> one = pick();
        Map<String, Object> other = pick();
        Object bytes = one.put("bytes", other.get("bytes"));
        other.put("bytes", bytes);
    }

    private void duplicatePart() {
        Map<String, Object> copy = new HashMap<>(pick());
        if (random.nextBoolean()) {
            copy.put("index", (int) ofKind(copy.get("kind")).size());
        }
        stored.parts().add(copy);
    }

    /** Another number of rows or columns, with the parts and the line of the directory to match. */
    private void resize() {
        Map<String, Object> line = pick(lines());
        if (line.get("name") instanceof String name && line.get("rows") instanceof Long rows
                && line.get("cols") instanceof Long cols) {
            steps.append(name).append(' ');
            boolean byRows = !"FLOATS".equals(line.get("type")) || random.nextBoolean();
            long changed = random.nextInt(8) == 0 ? 0 : Math.max(0, (byRows ? rows : cols) + random.nextInt(-3, 4));
            resize(name, byRows ? "rows" : "cols", changed, (byRows ? changed * cols : rows * changed)
                    * ("BYTES".equals(line.get("type")) ? 1 : Float.BYTES));
        }
    }

    private void resize(String name, String key, long size, long bytes) {
        changeLine(name, key, size);
        if (bytes >= 0 && bytes < 1 << 20) {
            byte[] whole = Arrays.copyOf(joined(name), (int) bytes);
            stored.parts().removeIf(part -> name.equals(part.get("kind")));
            stored.parts().add(StoredInMemory.part(name, 0, whole));
        }
    }

    private void changeLine(String name, String key, Object value) {
        List<Map<String, Object>> lines = lines();
        lines.stream().filter(line -> name.equals(line.get("name"))).forEach(line -> line.put(key, value));
        stored.model().put("arrays", Json.write(Map.of("arrays", lines)));
    }

    /** Replaces or removes any value of a map that the node has as text, but not the map or list around all others. */
    private void changeJson(String property) {
        if (stored.model().get(property) instanceof String text) {
            Map<String, Object> map = Json.read(text).orElseThrow();
            changeBelow(map, property.equals("arrays") ? 2 : 0);
            stored.model().put(property, Json.write(map));
        }
    }

    @SuppressWarnings("unchecked")
    private void changeBelow(Object container, int least) {
        if (container instanceof Map<?, ?> map && !map.isEmpty()) {
            Object key = pick(List.copyOf(map.keySet()));
            if (!descend(map.get(key), least)) {
                steps.append(key).append(' ');
                ((Map<Object, Object>) map).put(key, pick(JUNK));
            }
        } else if (container instanceof List<?> list && !list.isEmpty()) {
            int place = random.nextInt(list.size());
            if (!descend(list.get(place), least)) {
                ((List<Object>) list).set(place, pick(JUNK));
            }
        }
    }

    private boolean descend(Object inner, int least) {
        boolean isContainer = inner instanceof Map<?, ?> map && !map.isEmpty()
                || inner instanceof List<?> list && !list.isEmpty();
        if (isContainer && (least > 0 || random.nextInt(4) > 0)) {
            changeBelow(inner, least - 1);
            return true;
        }
        return false;
    }

    /** The checksums of the parts and of the lines, as a forger writes them. */
    private void forge() {
        stored.parts().forEach(part -> {
            if (part.get("bytes") instanceof byte[] bytes && part.get("crc") instanceof Long) {
                part.put("crc", crc(bytes));
            }
        });
        List<Map<String, Object>> lines = lines();
        lines.stream().filter(line -> line.get("checksum") instanceof Long)
                .forEach(line -> line.put("checksum", crc(joined(line.get("name")))));
        stored.model().put("arrays", Json.write(Map.of("arrays", lines)));
    }

    private static long crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    private byte[] joined(Object kind) {
        List<byte[]> pieces = new ArrayList<>();
        ofKind(kind).forEach(part -> pieces.add(part.get("bytes") instanceof byte[] bytes ? bytes : new byte[0]));
        ByteBuffer all = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(all::put);
        return all.array();
    }

    private List<Map<String, Object>> ofKind(Object kind) {
        return stored.parts().stream().filter(part -> kind != null && kind.equals(part.get("kind")))
                .sorted(Comparator.comparingLong(part -> part.get("index") instanceof Number n ? n.longValue() : -1))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        Json.read((String) stored.model().get("arrays")).orElseThrow().values()
                .forEach(all -> ((List<?>) all)
                        .forEach(line -> lines.add(new LinkedHashMap<>((Map<String, Object>) line))));
        return lines;
    }

    private Map<String, Object> pick() {
        return pick(stored.parts());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
