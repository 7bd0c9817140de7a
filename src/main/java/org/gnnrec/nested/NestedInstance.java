package org.gnnrec.nested;

import java.io.IOException;

/**
 * One object of a class of ours that names a nested library, made on first use. The library is unpacked to a folder
 * below {@code java.io.tmpdir} and opened by a class loader of its own. A failure is kept, so that every caller reads
 * its message. Thread-safe.
 *
 * @param <T> what our side sees of the object
 */
public final class NestedInstance<T> {
    private final String folder;
    private final String className;
    private final Class<T> type;
    private final String what;
    private T instance;
    private Exception failure;

    /**
     * @param folder the resources of our jar that are the jars of the library
     * @param className the class, alone in its package with what names the library
     * @param what name and use of the library, for the message of a failure
     */
    public NestedInstance(String folder, String className, Class<T> type, String what) {
        this.folder = folder;
        this.className = className;
        this.type = type;
        this.what = what;
    }

    /**
     * The object. The first call unpacks and loads.
     *
     * @throws IllegalStateException where the library does not load, with the way out
     */
    public synchronized T get() {
        if (instance == null && failure == null) {
            try {
                instance = load();
            } catch (IOException | ReflectiveOperationException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException(what + ", does not load: " + failure + ". It is unpacked below "
                    + System.getProperty("java.io.tmpdir")
                    + ": make room there, or set -Djava.io.tmpdir, then start the server again");
        }
        return instance;
    }

    private T load() throws IOException, ReflectiveOperationException {
        ClassLoader loader = new NestedClassLoader(folder, className.substring(0, className.lastIndexOf('.')),
                NestedJars.jars(NestedJars.unpack(folder, ".jar")));
        return type.cast(loader.loadClass(className).getConstructor().newInstance());
    }
}
