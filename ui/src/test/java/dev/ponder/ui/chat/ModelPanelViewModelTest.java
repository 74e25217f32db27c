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
        assertEquals(0.6, panel.sampling().temperature().get());
        panel.whileThinkingProperty().set(false);
        assertEquals(0.7, panel.sampling().temperature().get());
        assertTrue(panel.recommendedProperty().get());
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
    }

    @Test
    void keepsSamplingForItsModeWithoutLoadingAgain() {
        panel.sampling().temperature().textProperty().set("0.2");
        var kept = settings.settings().of("demo");
        assertEquals(0.2, Objects.requireNonNull(kept.thinkingSampling()).temperature());
        assertNull(kept.answeringSampling());
        assertEquals(List.of(), models.calls());
        assertFalse(panel.reloadsProperty().get());
    }

    @Test
    void keepsNothingThatIsOutOfRange() {
        panel.sampling().temperature().textProperty().set("9");
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
    }

    @Test
    void loadsAgainWithWhatWasChosenOnlyWhenAsked() {
        panel.load().contextSize().textProperty().set("8192");
        panel.load().kvTypeProperty().set(KvType.Q8_0);
        assertTrue(panel.reloadsProperty().get());
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
        panel.reload();
        assertEquals(8_192, settings.settings().of("demo").contextSize());
        assertEquals(KvType.Q8_0, settings.settings().of("demo").kvType());
        assertEquals(List.of("load demo"), models.calls());
        assertFalse(panel.reloadsProperty().get());
    }

    @Test
    void saysHowLongTheContextCanBeAndWhatItTakes() {
        assertEquals(
                "At most 40,960 tokens. 4,096 tokens take 604 MB of memory.",
                panel.load().contextNoteProperty().get());
        panel.load().contextSize().textProperty().set("16384");
        panel.load().kvTypeProperty().set(KvType.Q8_0);
        assertEquals(
                "At most 40,960 tokens. 16,384 tokens take 1.3 GB of memory.",
                panel.load().contextNoteProperty().get());
    }

    @Test
    void allowsALongerContextOnlyWhereYarnStretchesIt() {
        panel.load().contextSize().textProperty().set("65536");
        assertFalse(panel.load().contextSize().validProperty().get());
        assertFalse(panel.reloadsProperty().get());
        panel.load().yarnFactorProperty().set(2);
        assertTrue(panel.load().contextSize().validProperty().get());
        panel.reload();
        var kept = settings.settings().of("demo");
        assertEquals(65_536, kept.contextSize());
        assertEquals(2, kept.yarnFactor());
        assertEquals(2, kept.loadOf(folder).yarnFactor());
    }

    @Test
    void goesBackToTheRecommendedValuesInOneStep() {
        panel.sampling().temperature().textProperty().set("0.2");
        panel.load().threads().textProperty().set("1");
        panel.reload();
        panel.recommend();
        assertEquals(ModelSettings.RECOMMENDED, settings.settings().of("demo"));
        assertEquals(0.6, panel.sampling().temperature().get());
        assertEquals("", panel.load().threads().textProperty().get());
        assertEquals(List.of("load demo", "load demo"), models.calls());
        assertTrue(panel.recommendedProperty().get());
    }

    @Test
    void remembersEachModelsValues() {
        panel.sampling().temperature().textProperty().set("0.2");
        state.set(ready("other"));
        assertEquals(0.6, panel.sampling().temperature().get());
        state.set(ready("demo"));
        assertEquals(0.2, panel.sampling().temperature().get());
    }

    private static ModelState ready(String id) {
        return new ModelState.Ready(FakeModels.facts(id, id, TemplateKind.DEMO));
    }
}
