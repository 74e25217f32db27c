package dev.ponder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the application may use. */
class AppRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of(System.getProperty("ponder.root"), "app", "target", "classes"));

    @Test
    void theApplicationHasNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
                .because("the command line runs where there is no display and starts without a toolkit")
                .check(CLASSES);
    }

    @Test
    void theApplicationMakesNoNativeCall() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.llama..", "java.lang.foreign..")
                .because("native code runs behind the engine, in a process of its own")
                .check(CLASSES);
    }

    @Test
    void theStoreKnowsNothingOfWhatItKeeps() {
        noClasses()
                .that()
                .resideInAPackage("dev.ponder.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.chat..", "dev.ponder.settings..", "dev.ponder.engine..")
                .because("opening, checking and restoring a file is the same whatever its tables mean")
                .check(CLASSES);
    }

    @Test
    void sqlStaysInThePackagesThatOwnTables() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.ponder.store", "dev.ponder.chat", "dev.ponder.prompts", "dev.ponder.search")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .because("everybody else works with conversations, not with rows")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.ponder.(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package")
                .check(CLASSES);
    }
}
