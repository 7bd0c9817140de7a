package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KernelsLoaderTest {
    @Test
    void autoTakesTheVectorApiWhereTheJvmHasIt() {
        assertThat(KernelsLoader.reason("auto", true, true)).startsWith("vector").contains("jdk.incubator.vector");
    }

    @Test
    void autoFallsBackAndNamesTheFlag() {
        assertThat(KernelsLoader.reason("auto", false, true)).startsWith("scalar")
                .contains("--add-modules=jdk.incubator.vector");
        assertThat(KernelsLoader.reason("auto", true, false)).startsWith("scalar").contains("fused multiply-add");
    }

    @Test
    void scalarCanBeForced() {
        assertThat(KernelsLoader.reason("scalar", true, true)).startsWith("scalar").contains("asked for");
    }

    @Test
    void vectorForcedWithoutTheModuleFailsAndNamesTheFlag() {
        assertThat(KernelsLoader.reason("vector", true, true)).startsWith("vector");
        assertThatThrownBy(() -> KernelsLoader.reason("vector", false, true)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--add-modules=jdk.incubator.vector");
    }

    @Test
    void anUnknownValueFailsWithTheAllowedOnes() {
        assertThatThrownBy(() -> KernelsLoader.reason("simd", true, true)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gnnrec.kernels must be 'auto', 'scalar' or 'vector' but was 'simd'");
    }

    @Test
    void theChoiceOfThisRunHasAReason() {
        assertThat(KernelsLoader.reason()).startsWith(Kernels.get().name() + ": asked for");
    }

    /** Neo4j does this to every class of a plugin; the scalar run of this test has no Vector API. */
    @Test
    void theVectorClassesCanBeReflectedOverWithoutTheModule() throws ClassNotFoundException {
        for (String name : new String[]{ "PanamaKernels", "PanamaProduct", "PanamaBlocks", "PanamaVectors" }) {
            Class<?> type = Class.forName("org.gnnrec.linalg." + name, false, getClass().getClassLoader());
            assertThat(type.getDeclaredMethods()).isNotEmpty();
            assertThat(type.getDeclaredFields()).isNotNull();
            assertThat(type.getDeclaredConstructors()).hasSize(1);
        }
    }
}
