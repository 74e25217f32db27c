package dev.ponder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the library of models may use. */
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
}
