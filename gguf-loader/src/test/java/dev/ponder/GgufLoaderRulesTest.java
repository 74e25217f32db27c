package dev.ponder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the packages of this module may know of each other. */
class GgufLoaderRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("ponder.root"), "gguf-loader", "target", "classes"));

    @Test
    void fileFormatAndPromptRulesKnowNoInference() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.ponder.gguf", "dev.ponder.qwen")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.engine..", "dev.ponder.llama")
                .because("a GGUF header is read and a prompt rendered where no native library can be loaded")
                .check(CLASSES);
    }

    @Test
    void onlyTheEngineCallsTheBinding() {
        classes()
                .that()
                .resideInAPackage("dev.ponder.llama")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("dev.ponder.llama", "dev.ponder.engine")
                .because("one class owns every native call of a model, and another binding can take this one's place")
                .check(CLASSES);
    }

    @Test
    void theEngineDoesNotKnowThatItRunsInAProcessOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("dev.ponder.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ponder.engine.host")
                .because("the same engine runs in the child process and, for tests, in this one")
                .check(CLASSES);
    }

    @Test
    void noExportedTypeShowsAPointer() {
        noClasses()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage("dev.ponder.llama")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign")
                .because("memory is freed by the classes that took it, never by somebody who was handed an address")
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
