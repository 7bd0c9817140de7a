package org.gnnrec.linalg;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Sees the JDK, the nested jars, and through our own loader only what both sides share: {@code org.gnnrec}, except the
 * package of the one class that names ND4J, which it defines itself, and SLF4J, which the host brings.
 */
final class Nd4jClassLoader extends URLClassLoader {
    private static final String OWN = "org.gnnrec.linalg.nd4j.";
    private static final List<String> SHARED = List.of("org.gnnrec.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours = Nd4jClassLoader.class.getClassLoader();

    Nd4jClassLoader(List<Path> jars) throws MalformedURLException {
        super("gnnrec-nd4j", new URL[0], ClassLoader.getPlatformClassLoader());
        for (Path jar : jars) {
            addURL(jar.toUri().toURL());
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN) && SHARED.stream().anyMatch(name::startsWith)) {
            return ours.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(OWN) ? define(name) : super.findClass(name);
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
