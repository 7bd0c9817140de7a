package org.gnnrec.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Counts the bytes of all primitive arrays that our objects reach, each once, through arrays and lists as well. */
public final class LiveBytes {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> pending = new ArrayDeque<>();
    private long bytes;

    public static long of(Object... roots) throws IllegalAccessException {
        LiveBytes live = new LiveBytes();
        for (Object root : roots) {
            live.visit(root);
        }
        while (!live.pending.isEmpty()) {
            live.expand(live.pending.pop());
        }
        return live.bytes;
    }

    private void visit(Object object) {
        if (object != null && isFollowed(object) && seen.add(object)) {
            pending.push(object);
        }
    }

    private static boolean isFollowed(Object object) {
        return object.getClass().isArray() || object instanceof List
                || object.getClass().getName().startsWith("org.gnnrec");
    }

    private void expand(Object object) throws IllegalAccessException {
        Class<?> type = object.getClass();
        if (type.isArray() && type.componentType().isPrimitive()) {
            bytes += (long) Array.getLength(object) * (type.componentType() == double.class ? 8 : 4);
        } else if (type.isArray()) {
            for (Object element : (Object[]) object) {
                visit(element);
            }
        } else if (object instanceof List<?> list) {
            list.forEach(this::visit);
        } else {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    visit(field.get(object));
                }
            }
        }
    }
}
