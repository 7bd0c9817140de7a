package org.gnnrec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.gnnrec.models.ModelTypes;

/** Which package may know what. The drawing: arrows go down only, siblings on one line do not see each other. */
@AnalyzeClasses(packages = "org.gnnrec", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.gnnrec..";

    /** The rooms of the types of model. */
    private static final String[] ROOMS = ModelTypes.installed().all().stream()
            .map(type -> type.getClass().getPackageName() + "..").toArray(String[]::new);

    @ArchTest
    static final ArchRule NESTED_KNOWS_NOTHING = onlySees("org.gnnrec.nested..");
    @ArchTest
    static final ArchRule CONFIG_KNOWS_NOTHING = onlySees("org.gnnrec.config..");
    @ArchTest
    static final ArchRule SOURCE_KNOWS_NOTHING = onlySees("org.gnnrec.source..");
    @ArchTest
    static final ArchRule LINALG_SITS_ON_NESTED = onlySees("org.gnnrec.linalg..", "org.gnnrec.nested");
    @ArchTest
    static final ArchRule GRAPH_SITS_ON_LINALG = onlySees("org.gnnrec.graph..", "org.gnnrec.linalg");
    @ArchTest
    static final ArchRule FEATURE_SITS_ON_LINALG = onlySees("org.gnnrec.feature..", "org.gnnrec.linalg",
            "org.gnnrec.config", "org.gnnrec.source");
    @ArchTest
    static final ArchRule STORE_SITS_ON_FEATURE = onlySees("org.gnnrec.store..", "org.gnnrec.config",
            "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.source");
    @ArchTest
    static final ArchRule THE_CONTRACT_KNOWS_NO_ROOM = onlySees("org.gnnrec.model", "org.gnnrec.graph..",
            "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.config");
    @ArchTest
    static final ArchRule ROOMS_SIT_ON_THE_CONTRACT = onlySees("org.gnnrec.model..", "org.gnnrec.graph..",
            "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.config");
    @ArchTest
    static final ArchRule ONLY_THE_LIST_OF_TYPES_NAMES_A_ROOM = noClasses().that()
            .resideOutsideOfPackages(with("org.gnnrec.models..", ROOMS)).should().dependOnClassesThat()
            .resideInAnyPackage(ROOMS);
    @ArchTest
    static final ArchRule ROOMS_DO_NOT_SEE_EACH_OTHER = slices().matching("org.gnnrec.model.(*)..")
            .should().notDependOnEachOther()
            .ignoreDependency(resideInAPackage("org.gnnrec.model.."), resideInAPackage("org.gnnrec.model.layer.."));
    @ArchTest
    static final ArchRule THE_LIST_SITS_ON_THE_ROOMS = onlySees("org.gnnrec.models..", "org.gnnrec.model..",
            "org.gnnrec.config");
    @ArchTest
    static final ArchRule EVALUATION_SITS_ON_GRAPH = onlySees("org.gnnrec.evaluation..", "org.gnnrec.graph..",
            "org.gnnrec.linalg");
    @ArchTest
    static final ArchRule TRAINING_SEES_EVALUATION = onlySees("org.gnnrec.training..", "org.gnnrec.evaluation",
            "org.gnnrec.models", "org.gnnrec.model", "org.gnnrec.graph..", "org.gnnrec.feature", "org.gnnrec.linalg",
            "org.gnnrec.config");
    @ArchTest
    static final ArchRule INSIGHT_SITS_ON_LINALG = onlySees("org.gnnrec.insight..", "org.gnnrec.linalg",
            "org.gnnrec.nested");
    @ArchTest
    static final ArchRule PROJECTION_SITS_ON_GRAPH_AND_STORE = onlySees("org.gnnrec.projection..",
            "org.gnnrec.graph..", "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.store", "org.gnnrec.source",
            "org.gnnrec.config");
    @ArchTest
    static final ArchRule ARCHIVE_SITS_ON_THE_LIST = onlySees("org.gnnrec.archive..", "org.gnnrec.models",
            "org.gnnrec.model", "org.gnnrec.graph..", "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.source");
    @ArchTest
    static final ArchRule CATALOG_SITS_ON_ARCHIVE_AND_STORE = onlySees("org.gnnrec.catalog..", "org.gnnrec.archive",
            "org.gnnrec.model", "org.gnnrec.graph..", "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.store",
            "org.gnnrec.source", "org.gnnrec.config");
    @ArchTest
    static final ArchRule SERVING_SITS_ON_ARCHIVE_AND_STORE = onlySees("org.gnnrec.serving..", "org.gnnrec.config",
            "org.gnnrec.archive",
            "org.gnnrec.model", "org.gnnrec.graph..", "org.gnnrec.feature", "org.gnnrec.linalg", "org.gnnrec.store",
            "org.gnnrec.source");
    @ArchTest
    static final ArchRule WRITEBACK_SITS_ON_STORE = onlySees("org.gnnrec.writeback..", "org.gnnrec.linalg",
            "org.gnnrec.store", "org.gnnrec.source", "org.gnnrec.config");
    @ArchTest
    static final ArchRule JOBS_ARE_SEEN_BY_PROCEDURES_ALONE = noClasses().that()
            .resideOutsideOfPackages("org.gnnrec.procedure..", "org.gnnrec.jobs..").should().dependOnClassesThat()
            .resideInAPackage("org.gnnrec.jobs..");
    @ArchTest
    static final ArchRule PROCEDURES_ARE_SEEN_BY_NOBODY = noClasses().that()
            .resideOutsideOfPackage("org.gnnrec.procedure..").should().dependOnClassesThat()
            .resideInAPackage("org.gnnrec.procedure..");

    @ArchTest
    static final ArchRule PROGRAMS_ARE_SEEN_BY_NOBODY = noClasses().should().dependOnClassesThat()
            .resideInAPackage("org.gnnrec.lab..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.gnnrec.(**)").should().beFreeOfCycles();
    /** A file may know what builds or loads it, and that what it builds or loads. */
    @ArchTest
    static final ArchRule NO_CYCLES_OF_FILES = slices().assignedFrom(new FileSlices()).should().beFreeOfCycles()
            .ignoreDependency(describe("built or loaded", built -> true), describe("builder or loader",
                    target -> target.getSimpleName().endsWith("Builder") || target.getSimpleName().endsWith("Loader")));

    @ArchTest
    static void procedureFilesAreShort(JavaClasses classes) throws IOException {
        for (JavaClass type : classes) {
            if (type.getPackageName().equals("org.gnnrec.procedure") && type.isTopLevelClass()) {
                Path file = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(120);
            }
        }
    }

    @ArchTest
    static final ArchRule NEO4J_IS_KNOWN_TO_THE_STORE_SIDE = noClasses().that()
            .resideOutsideOfPackages("org.gnnrec.store..", "org.gnnrec.procedure..", "org.gnnrec.jobs..",
                    "org.gnnrec.projection..",
                    "org.gnnrec.writeback..", "org.gnnrec.catalog..", "org.gnnrec.serving..")
            .should().dependOnClassesThat().resideInAPackage("org.neo4j..");
    @ArchTest
    static final ArchRule GDS_IS_KNOWN_TO_ITS_PACKAGE = noClasses().that()
            .resideOutsideOfPackage("org.gnnrec.projection.gds").should().dependOnClassesThat()
            .resideInAPackage("org.neo4j.gds..");
    @ArchTest
    static final ArchRule VECTORS_ARE_KNOWN_TO_PANAMA = noClasses()
            .that(not(simpleNameStartingWith("Panama").and(resideInAPackage("org.gnnrec.linalg")))).should()
            .dependOnClassesThat().resideInAPackage("jdk.incubator..");
    @ArchTest
    static final ArchRule ND4J_IS_KNOWN_TO_ITS_PACKAGE = noClasses().that()
            .resideOutsideOfPackage("org.gnnrec.linalg.nd4j").should().dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..");
    @ArchTest
    static final ArchRule HIPPARCHUS_IS_KNOWN_TO_ITS_PACKAGES = noClasses().that()
            .resideOutsideOfPackages("org.gnnrec.insight.hipparchus", "org.gnnrec.linalg.hipparchus").should()
            .dependOnClassesThat()
            .resideInAPackage("org.hipparchus..");

    /** Neo4j reads the fields and methods of every class of a plugin: a type that may be missing stands in bodies only. */
    @ArchTest
    static final ArchRule OPTIONAL_TYPES_STAND_IN_BODIES_ONLY = classes().should(
            nameNoneInFieldsAndSignatures("org.neo4j.gds.", "jdk.incubator.", "jdk/incubator/", "org.nd4j.",
                    "org.bytedeco.", "org.hipparchus."));

    @ArchTest
    static final ArchRule CHANCE_COMES_FROM_THE_SEED = noClasses().should().callMethod(Math.class, "random").orShould()
            .dependOnClassesThat().belongToAnyOf(ThreadLocalRandom.class).orShould()
            .callMethod(Collections.class, "shuffle", List.class);
    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALIZED = noClasses().should().dependOnClassesThat()
            .belongToAnyOf(ObjectInputStream.class);
    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses().should().accessField(System.class, "out").orShould()
            .accessField(System.class, "err").orShould().callMethod(Throwable.class, "printStackTrace");
    @ArchTest
    static final ArchRule THREADS_HAVE_NAMES = classes().should(makeExecutorsWithThreadFactoriesOnly());

    /** What outlives a call, each for the reason its class gives. */
    private static final Set<String> STATEFUL = Set.of("org.gnnrec.serving.LoadedModels", "org.gnnrec.jobs.HeapLedger",
            "org.gnnrec.jobs.RunningTrainings", "org.gnnrec.linalg.Parallel", "org.gnnrec.store.TransactionWatch");
    @ArchTest
    static final ArchRule NO_STATE_OUTLIVES_A_CALL = classes().should(haveConstantsAsStaticFields());

    /** A class and those nested in it are one file. */
    private static final class FileSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "every file";
        }
    }

    private static String[] with(String one, String... others) {
        return Stream.concat(Stream.of(one), Stream.of(others)).toArray(String[]::new);
    }

    private static ArchRule onlySees(String layer, String... below) {
        String[] allowed = with(layer, below);
        return noClasses().that().resideInAPackage(layer).should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(allowed))));
    }

    /** By reflection, as Neo4j looks: ArchUnit hides the methods that javac makes of lambdas. */
    private static ArchCondition<JavaClass> nameNoneInFieldsAndSignatures(String... packages) {
        return new ArchCondition<>("name types of " + List.of(packages) + " in bodies only") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                members(owner).filter(member -> Stream.of(packages).anyMatch(member::contains))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(owner, member)));
            }
        };
    }

    private static Stream<String> members(JavaClass owner) {
        try {
            Class<?> scanned = Class.forName(owner.getName(), false, ArchitectureTest.class.getClassLoader());
            return Stream.<Object[]>of(scanned.getDeclaredFields(), scanned.getDeclaredMethods(),
                    scanned.getDeclaredConstructors()).flatMap(Stream::of).map(Object::toString);
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Stream.of(owner.getName() + " cannot be looked at: " + e);
        }
    }

    private static ArchCondition<JavaClass> makeExecutorsWithThreadFactoriesOnly() {
        return new ArchCondition<>("give executors a thread factory") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Executors.class))
                        .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(ThreadFactory.class)))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveConstantsAsStaticFields() {
        return new ArchCondition<>("have constants as static fields") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getFields().stream().filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isMutable(field))
                        .filter(field -> !STATEFUL.contains(owner.getName()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getDescription())));
            }
        };
    }

    /** Collections of the JDK that are made to be changed, and its atomics. */
    private static boolean isMutable(JavaField field) {
        String type = field.getRawType().getName();
        return (type.startsWith("java.util.concurrent.") && !type.equals("java.util.concurrent.TimeUnit"))
                || type.matches("java\\.util\\.(Hash|LinkedHash|Tree|Identity|Weak)\\w+|java\\.util\\.ArrayList");
    }
}
