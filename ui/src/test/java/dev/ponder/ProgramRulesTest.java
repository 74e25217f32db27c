package dev.ponder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that hold in every module. */
class ProgramRulesTest {

    /** Where a program begins and ends: the command line, the entry point, the engine process. */
    private static final String[] ENDS = {"dev.ponder.cli", "dev.ponder.ui", "dev.ponder.engine.host"};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Stream.of("gguf-loader", "model-manager", "resources", "app", "ui")
                    .map(module -> Path.of(System.getProperty("ponder.root"), module, "target", "classes"))
                    .toList());

    @Test
    void onlyTheEndsOfTheProgramEndIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENDS)
                .should()
                .callMethodWhere(calls(Set.of(System.class, Runtime.class), List.of("exit", "halt")))
                .because("whoever calls a service decides whether its failure ends the program")
                .check(CLASSES);
    }

    @Test
    void onlyTheEndsOfTheProgramUseTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENDS)
                .should(ACCESS_STANDARD_STREAMS)
                .because("the engine process speaks over these streams, and a stray line would break its framing")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsAStackTrace() {
        noClasses()
                .should()
                .callMethodWhere(calls(Set.of(Throwable.class), List.of("printStackTrace")))
                .because("a user reads one clear sentence; details go where they were asked for")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesTheLoggingOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("it writes to the console by itself and would start with every command")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCyclesAcrossModules() {
        slices().matching("dev.ponder.(**)")
                .should()
                .beFreeOfCycles()
                .because("the modules are a straight line, and so are the packages")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Set<Class<?>> owners, List<String> names) {
        return DescribedPredicate.describe(
                "the method is one of " + names,
                call -> names.contains(call.getTarget().getName())
                        && owners.stream()
                                .anyMatch(owner -> call.getTarget().getOwner().isAssignableTo(owner)));
    }
}
