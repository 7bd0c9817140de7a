package org.gnnrec.linalg;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Chooses the kernels of this JVM once, by the system property {@code gnnrec.kernels}: {@code scalar}, {@code vector}
 * (fails without the Vector API) or {@code auto}, the default, which takes the Vector API if the JVM has it.
 */
public final class KernelsLoader {
    static final String PROPERTY = "gnnrec.kernels";
    static final String MODULE = "jdk.incubator.vector";
    private static final Kernels KERNELS;
    private static final String REASON;
    /** Kept, not thrown by the initializer, so that each caller reads the message and not a NoClassDefFoundError. */
    private static final RuntimeException FAILURE;

    static {
        String reason = null;
        RuntimeException failure = null;
        try {
            reason = reason(System.getProperty(PROPERTY, "auto"), hasModule(), hasFusedMultiplyAdd());
        } catch (IllegalArgumentException | IllegalStateException e) {
            failure = e;
        }
        REASON = reason;
        FAILURE = failure;
        KERNELS = reason == null ? null : reason.startsWith("vector") ? new PanamaKernels() : new ScalarKernels();
    }

    private KernelsLoader() {}

    static Kernels kernels() {
        requireChoice();
        return KERNELS;
    }

    /** Which kernels were chosen and why, for the log. Fails as {@link Kernels#get} does. */
    public static String reason() {
        requireChoice();
        return REASON;
    }

    private static void requireChoice() {
        if (FAILURE != null) {
            throw new IllegalStateException(FAILURE.getMessage(), FAILURE);
        }
    }

    static String reason(String wanted, boolean hasModule, boolean hasFma) {
        return switch (wanted) {
            case "scalar" -> "scalar: asked for by -D" + PROPERTY + "=scalar";
            case "vector" -> forced(hasModule);
            case "auto" -> automatic(hasModule, hasFma);
            default -> throw new IllegalArgumentException(
                    PROPERTY + " must be 'auto', 'scalar' or 'vector' but was '" + wanted + "'");
        };
    }

    private static String forced(boolean hasModule) {
        if (!hasModule) {
            throw new IllegalStateException("-D" + PROPERTY + "=vector needs the JVM flag --add-modules=" + MODULE
                    + " (neo4j.conf: server.jvm.additional=--add-modules=" + MODULE + "); or set " + PROPERTY
                    + " to 'auto'");
        }
        return "vector: asked for by -D" + PROPERTY + "=vector";
    }

    private static String automatic(boolean hasModule, boolean hasFma) {
        if (!hasModule) {
            return "scalar: the JVM runs without --add-modules=" + MODULE;
        }
        return hasFma
                ? "vector: the JVM has the module " + MODULE
                : "scalar: this processor has no fused multiply-add, which the JVM would emulate slowly";
    }

    private static boolean hasModule() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    private static boolean hasFusedMultiplyAdd() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return jvm == null || Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue());
    }
}
