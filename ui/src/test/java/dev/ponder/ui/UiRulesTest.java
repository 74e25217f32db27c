package dev.ponder.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ponder.resources.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Habits of the window. */
class UiRulesTest {

    private static final Path MODULE = Path.of(System.getProperty("ponder.root"), "ui");
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(MODULE.resolve(Path.of("target", "classes")));
    /** A text's key as it stands in code. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z0-9-]+\\.[a-z0-9-]+)\"");

    @Test
    void onlyTheCommonPackageKnowsTheThreadOfTheToolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ponder.ui.common")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("there is one door to the JavaFX thread")
                .check(CLASSES);
    }

    @Test
    void viewModelsHoldNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..")
                .because("they are tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void viewsTouchNoStoreAndNoEngine() {
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("java.sql..", "dev.ponder.engine.host..")
                .because("they show what a view model says")
                .check(CLASSES);
    }

    @Test
    void whatWrapsIsAWrappedText() {
        noClasses()
                .should()
                .callMethod(Labeled.class, "setWrapText", boolean.class)
                .because("JavaFX fails on a wrapping label whose text runs from the right")
                .check(CLASSES);
    }

    @Test
    void theTextsInTheCodeAreTheTextsInTheFile() throws IOException {
        var used = new TreeSet<>(usedIn(MODULE.resolve(Path.of("src", "main", "java"))));
        // reasons of decisions have their keys where they are given
        used.addAll(usedIn(Path.of(System.getProperty("ponder.root"), "app/src/main/java/dev/ponder/thinking")));
        assertEquals(Texts.keys(), used);
    }

    private static Set<String> usedIn(Path folder) throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        return used;
    }
}
