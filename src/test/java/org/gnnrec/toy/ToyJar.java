package org.gnnrec.toy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A plugin of its own that holds the toys, with the one line that lists the type. */
final class ToyJar {
    private static final List<Class<?>> CLASSES = List.of(ToyType.class, ToySpec.class, ToyFoldIn.class,
            ToyProcedure.class, ToyProcedure.CountRow.class);
    private static final String LIST = "META-INF/services/org.gnnrec.model.ModelType";

    private ToyJar() {}

    static Path write(Path folder) throws IOException {
        Path jar = folder.resolve("toy.jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                type.getClassLoader().getResourceAsStream(name).transferTo(out);
            }
            out.putNextEntry(new JarEntry(LIST));
            out.write(ToyType.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
