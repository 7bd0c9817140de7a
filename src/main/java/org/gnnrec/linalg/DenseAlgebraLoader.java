package org.gnnrec.linalg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gnnrec.nested.NestedClassLoader;
import org.gnnrec.nested.NestedJars;

/**
 * Chooses the dense algebra of this JVM on first use, by the system property {@code gnnrec.dense}: {@code java},
 * {@code nd4j} (fails if it does not load) or {@code auto}, the default, which takes ND4J if it loads.
 *
 * <p>Our jar holds ND4J as nested jars, hidden from the class scan of Neo4j. They are unpacked once to a folder below
 * {@code java.io.tmpdir} (about 130 MB, and 350 MB of native libraries) and opened by a class loader of their own. The
 * first use costs about a second, and some seconds more if the folder is new.
 */
public final class DenseAlgebraLoader {
    static final String PROPERTY = "gnnrec.dense";
    private static final String AUTO = "auto";
    /** Multiplications that take Java without vectors half a minute on two cores, and ND4J ten seconds. */
    private static final double WORTH_LOADING = 1e12;
    private static final String ND4J_PACKAGE = "org.gnnrec.linalg.nd4j";

    private final DenseAlgebra algebra;
    private final String reason;

    private DenseAlgebraLoader(DenseAlgebra algebra, String reason) {
        this.algebra = algebra;
        this.reason = reason;
    }

    /** Makes the choice on first use. It keeps a failure, so that every caller reads its message. */
    private static final class Chosen {
        static final DenseAlgebraLoader LOADER;
        static final RuntimeException FAILURE;

        static {
            DenseAlgebraLoader loader = null;
            RuntimeException failure = null;
            try {
                loader = choose(System.getProperty(PROPERTY, AUTO));
            } catch (IllegalArgumentException | IllegalStateException e) {
                failure = e;
            }
            LOADER = loader;
            FAILURE = failure;
        }

        private Chosen() {}
    }

    static DenseAlgebra java() {
        return new JavaDenseAlgebra();
    }

    /** What the property names; without it plain Java, unless that is slow and the work worth a load. */
    static DenseAlgebra forWork(double multiplications) {
        boolean isFast = "vector".equals(Kernels.get().name());
        return isOurChoice() && (isFast || multiplications < WORTH_LOADING) ? java() : algebra();
    }

    private static boolean isOurChoice() {
        return AUTO.equals(System.getProperty(PROPERTY, AUTO));
    }

    static DenseAlgebra algebra() {
        return chosen().algebra;
    }

    /** Which dense algebra was chosen and why, for the log. Makes the choice if it is still open; fails as it fails. */
    public static String reason() {
        return chosen().reason;
    }

    /** As {@link #reason}, but where the choice is ours it does not load ND4J only to tell. */
    public static String ground() {
        return isOurChoice() ? "auto: plain Java, or ND4J for the work that is done first with it" : reason();
    }

    private static DenseAlgebraLoader chosen() {
        if (Chosen.FAILURE != null) {
            throw new IllegalStateException(Chosen.FAILURE.getMessage(), Chosen.FAILURE);
        }
        return Chosen.LOADER;
    }

    private static DenseAlgebraLoader choose(String wanted) {
        return switch (wanted) {
            case "java" -> new DenseAlgebraLoader(new JavaDenseAlgebra(), "java: asked for by -D" + PROPERTY + "=java");
            case "nd4j" -> forced();
            case AUTO -> automatic();
            default -> throw new IllegalArgumentException(
                    PROPERTY + " must be 'auto', 'java' or 'nd4j' but was '" + wanted + "'");
        };
    }

    private static DenseAlgebraLoader forced() {
        try {
            return new DenseAlgebraLoader(loadNd4j(), "nd4j: asked for by -D" + PROPERTY + "=nd4j");
        } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw new IllegalStateException("-D" + PROPERTY + "=nd4j but ND4J does not load on " + platform() + ": "
                    + root(e) + "; set " + PROPERTY + " to 'auto' or 'java'", e);
        }
    }

    private static DenseAlgebraLoader automatic() {
        try {
            return new DenseAlgebraLoader(loadNd4j(), "nd4j: its native library loads on " + platform());
        } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
            return new DenseAlgebraLoader(new JavaDenseAlgebra(),
                    "java: ND4J does not load on " + platform() + ": " + root(e));
        }
    }

    private static DenseAlgebra loadNd4j() throws IOException, ReflectiveOperationException {
        Path folder = NestedJars.unpack("nd4j", "-" + platform() + ".jar");
        System.getProperties().putIfAbsent("org.bytedeco.javacpp.cachedir", folder.resolve("native").toString());
        ClassLoader loader = new NestedClassLoader("nd4j", ND4J_PACKAGE, NestedJars.jars(folder));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (DenseAlgebra) loader.loadClass(ND4J_PACKAGE + ".Nd4jDenseAlgebra").getConstructor().newInstance();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The platform as JavaCPP spells it in the names of its native jars. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        return (os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : os) + "-"
                + (arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm64" : arch);
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
