package dev.ponder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the library of models and downloads may use. */
class ModelManagerRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("ponder.root"), "model-manager", "target", "classes"));

    @Test
    void findingAModelLoadsNone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.engine..", "dev.ponder.llama..")
                .because("models are listed and checked by their files; only the application runs them")
                .check(CLASSES);
    }

    @Test
    void onlyOneDoorLeadsToTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ponder.downloads.net")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .callMethod(URI.class, "toURL")
                .because("every connection goes through the connector, which notes it in the connection log")
                .check(CLASSES);
    }

    @Test
    void downloadsKnowNothingOfModels() {
        noClasses()
                .that()
                .resideInAPackage("dev.ponder.downloads..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.models..", "dev.ponder.gguf..")
                .because("bringing a file is the same whatever is in it")
                .check(CLASSES);
    }

    @Test
    void whatLiesOnTheDiskKnowsNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("dev.ponder.downloads.disk")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ponder.downloads.net", "dev.ponder.downloads.work")
                .because("part files, journals and locks are tested without any server")
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
