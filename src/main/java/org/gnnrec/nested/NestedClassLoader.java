package org.gnnrec.nested;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a library from nested jars. It sees the JDK, these jars and, through our own loader, only what both sides
 * share: {@code org.gnnrec} and SLF4J, which the host brings. It defines the classes of one package of ours itself,
 * because they name the library.
 */
public final class NestedClassLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of("org.gnnrec.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours = NestedClassLoader.class.getClassLoader();
    private final String own;

    /**
     * Opens the jars that {@link NestedJars#unpack} unpacked.
     *
     * @param library a name for the loader
     * @param ownPackage the one package of ours that names the library
     */
    public NestedClassLoader(String library, String ownPackage, List<Path> jars) throws MalformedURLException {
        super("gnnrec-" + library, new URL[0], ClassLoader.getPlatformClassLoader());
        this.own = ownPackage + ".";
        for (Path jar : jars) {
            addURL(jar.toUri().toURL());
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(own) && SHARED.stream().anyMatch(name::startsWith)) {
            return ours.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(own) ? define(name) : super.findClass(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = ours.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, getClass().getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
