package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** {@link DenseAlgebraProbe} in JVMs of its own, with what Neo4j gives a plugin: our classes, SLF4J, and its flags. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DenseAlgebraProcessTest {
    private static final List<String> SMALL_NATIVE_MEMORY = List.of("-XX:+DisableExplicitGC",
            "-Dorg.bytedeco.javacpp.maxbytes=16m");

    @Test
    void nd4jIsHiddenFromOurLoaderAndManyProductsFitSmallNativeMemory() throws Exception {
        assertThat(output(start(SMALL_NATIVE_MEMORY))).contains("nd4j: asked for");
    }

    @Test
    void twoProcessesUnpackAtOnceAndTheSecondRunFindsAllInPlace(@TempDir Path temporary) throws Exception {
        List<String> flags = List.of("-Djava.io.tmpdir=" + temporary);
        Process one = start(flags);
        Process two = start(flags);
        assertThat(output(one)).contains("nd4j: asked for");
        assertThat(output(two)).contains("nd4j: asked for");
        try (var folders = Files.list(temporary)) {
            assertThat(folders.filter(folder -> folder.getFileName().toString().startsWith("gnnrec-"))).hasSize(1);
        }
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void withoutANativeLibraryAutoTakesJavaAndForcedNd4jFails() throws Exception {
        String wrongPlatform = "-Dos.arch=sparc";
        assertThat(output(start(List.of(wrongPlatform, "-Dgnnrec.dense=auto"))))
                .contains("java: ND4J does not load on linux-sparc").contains("brings no *-linux-sparc.jar");
        Process forced = start(List.of(wrongPlatform));
        assertThat(forced.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(read(forced)).contains("-Dgnnrec.dense=nd4j but ND4J does not load")
                .contains("set gnnrec.dense to 'auto' or 'java'");
        assertThat(forced.exitValue()).isNotZero();
    }

    private static Process start(List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-Dgnnrec.dense=nd4j"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), DenseAlgebraProbe.class.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String classPath() {
        return String.join(System.getProperty("path.separator"), place(DenseAlgebra.class),
                place(DenseAlgebraProbe.class), place(Logger.class));
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static String output(Process process) throws Exception {
        String output = read(process);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static String read(Process process) throws IOException {
        try (InputStream in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
