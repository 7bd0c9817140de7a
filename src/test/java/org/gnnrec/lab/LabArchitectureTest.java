package org.gnnrec.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** Which package of the programs may know what: the programs their tools, the tools neither them nor each other. */
@AnalyzeClasses(packages = "org.gnnrec.lab", importOptions = LabArchitectureTest.DoNotIncludeTheirTests.class)
class LabArchitectureTest {
    /** Programs and tests are compiled into one folder. */
    static final class DoNotIncludeTheirTests implements ImportOption {
        private static final Pattern TEST = Pattern.compile(".*(Test|IT)(\\$.*)?\\.class");

        @Override
        public boolean includes(Location location) {
            return !location.matches(TEST);
        }
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.gnnrec.lab.(**)").should().beFreeOfCycles();
    @ArchTest
    static final ArchRule PROGRAMS_DO_NOT_KNOW_EACH_OTHER = slices()
            .matching("org.gnnrec.lab.(demo|endure|eval|index|scale|subsample)")
            .should().notDependOnEachOther();
    @ArchTest
    static final ArchRule THE_SERVER_IS_SEEN_FROM_OUTSIDE = onlySees("org.gnnrec.lab.server");
    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_ROWS_ONLY = onlySees("org.gnnrec.lab.client");
    @ArchTest
    static final ArchRule OPTIONS_KNOW_NO_RUN = onlySees("org.gnnrec.lab.program");
    @ArchTest
    static final ArchRule DATA_SITS_ON_GRAPH = onlySees("org.gnnrec.lab.data", "org.gnnrec.graph");

    private static ArchRule onlySees(String tool, String... below) {
        return noClasses().that().resideInAPackage(tool).should().dependOnClassesThat(
                resideInAPackage("org.gnnrec..").and(not(resideInAPackage(tool))).and(not(resideInAnyPackage(below))));
    }
}
