package org.gnnrec.lab.eval;

import java.util.List;
import java.util.Locale;

/** Which kernels the server is made to use: with the Vector API's module, or without it. */
enum KernelChoice {
    VECTOR, SCALAR;

    static KernelChoice parse(String text) {
        for (KernelChoice choice : values()) {
            if (choice.toString().equals(text)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("kernels must be 'vector' or 'scalar' but was '" + text + "'");
    }

    List<String> jvmFlags() {
        return List.of("-Dgnnrec.kernels=" + this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
