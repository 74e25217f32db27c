package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.KvType;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.settings.ModelSettings;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPanelViewModelTest {

    @TempDir
    private Path folder;

    private final FakeModels models = new FakeModels(Runnable::run);
    private final ReadOnlyObjectWrapper<ModelState> state = new ReadOnlyObjectWrapper<>();
    private SettingsFile settings;
    private ModelPanelViewModel panel;

    @BeforeEach
    void open() throws IOException {
        settings = SettingsFile.open(folder.resolve("settings.json"));
        state.set(ready("demo"));
        panel = new ModelPanelViewModel(settings, models, state.getReadOnlyProperty(), Tasks.inline(), new Notices());
    }

    @Test
    void showsTheRecommendedValues() {
        assertEquals(0.6, panel.temperature().get());
        panel.whileThinkingProperty().set(false);
        assertEquals(0.7, panel.temperature().get());
        assertTrue(panel.recommendedProperty().get());
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
    }

    @Test
    void keepsSamplingForItsModeWithoutLoadingAgain() {
        panel.temperature().textProperty().set("0.2");
        var kept = settings.settings().of("demo");
        assertEquals(0.2, Objects.requireNonNull(kept.thinkingSampling()).temperature());
        assertNull(kept.answeringSampling());
        assertEquals(List.of(), models.calls());
        assertFalse(panel.reloadsProperty().get());
    }

    @Test
    void keepsNothingThatIsOutOfRange() {
        panel.temperature().textProperty().set("9");
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
    }

    @Test
    void loadsAgainWithWhatWasChosenOnlyWhenAsked() {
        panel.contextSize().textProperty().set("8192");
        panel.kvTypeProperty().set(KvType.Q8_0);
        assertTrue(panel.reloadsProperty().get());
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
        panel.reload();
        assertEquals(8_192, settings.settings().of("demo").contextSize());
        assertEquals(KvType.Q8_0, settings.settings().of("demo").kvType());
        assertEquals(List.of("load demo"), models.calls());
        assertFalse(panel.reloadsProperty().get());
    }

    @Test
    void goesBackToTheRecommendedValuesInOneStep() {
        panel.temperature().textProperty().set("0.2");
        panel.threads().textProperty().set("1");
        panel.reload();
        panel.recommend();
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
        assertEquals(0.6, panel.temperature().get());
        assertEquals("", panel.threads().textProperty().get());
        assertEquals(List.of("load demo", "load demo"), models.calls());
        assertTrue(panel.recommendedProperty().get());
    }

    @Test
    void remembersEachModelsValues() {
        panel.temperature().textProperty().set("0.2");
        state.set(ready("other"));
        assertEquals(0.6, panel.temperature().get());
        state.set(ready("demo"));
        assertEquals(0.2, panel.temperature().get());
    }

    private static ModelState ready(String id) {
        return new ModelState.Ready(FakeModels.facts(id, id, TemplateKind.DEMO));
    }
}
