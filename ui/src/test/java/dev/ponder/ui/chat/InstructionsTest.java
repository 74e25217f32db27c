package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.prompts.SystemPrompt;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of instructions, by its buttons: what is deleted or written over comes back. */
class InstructionsTest {

    @TempDir
    private Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private Store store;
    private SystemPrompts prompts;
    private InstructionsViewModel model;
    private InstructionsView view;
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
    }

    @BeforeEach
    void open() throws Exception {
        store = Store.open(new StoreFiles(folder));
        prompts = new SystemPrompts(store);
        prompts.setDefault(prompts.add("Brief", "Answer in one sentence."), true);
        Headless.run(() -> {
            model = new InstructionsViewModel("", prompts, Tasks.inline(), failures::add);
            view = new InstructionsView(model);
            stage = new Stage();
            stage.setScene(new Scene(view, 500, 600));
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        Headless.run(stage::close);
        store.close();
    }

    @Test
    void bringsBackWhatWasDeleted() throws Exception {
        assertFalse(isShown("#instructions-undo"));
        press("Delete Brief from the library");
        assertEquals(List.of(), prompts.list());
        assertTrue(isShown("#instructions-undo"));
        fire("#instructions-undo");
        assertEquals(List.of(), failures);
        var back = prompts.list().getFirst();
        assertEquals("Answer in one sentence.", back.text());
        assertTrue(back.isDefault());
        assertFalse(isShown("#instructions-undo"));
    }

    @Test
    void bringsBackWhatWasWrittenOver() throws Exception {
        Headless.run(() -> {
            model.textProperty().set("Answer at length.");
            model.nameProperty().set("brief");
        });
        fire("#instructions-save");
        assertEquals(List.of("Answer at length."), texts());
        fire("#instructions-undo");
        assertEquals(List.of("Answer in one sentence."), texts());
        assertEquals("Brief", prompts.list().getFirst().name());
    }

    @Test
    void offersNothingBackThatCouldNotBeDeleted() throws Exception {
        store.close();
        press("Delete Brief from the library");
        assertFalse(failures.isEmpty());
        assertFalse(isShown("#instructions-undo"));
    }

    @Test
    void keepsWhatCouldNotBeBroughtBack() throws Exception {
        press("Delete Brief from the library");
        store.close();
        fire("#instructions-undo");
        assertFalse(failures.isEmpty());
        assertTrue(isShown("#instructions-undo"));
    }

    private List<String> texts() throws Exception {
        return prompts.list().stream().map(SystemPrompt::text).toList();
    }

    private boolean isShown(String selector) {
        return Headless.call(() -> view.lookup(selector).getParent().isVisible());
    }

    private void fire(String selector) {
        Headless.run(() -> ((Button) view.lookup(selector)).fire());
    }

    private void press(String name) {
        Headless.run(() -> view.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name))
                .fire());
    }
}
