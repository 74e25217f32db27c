package dev.ponder.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ponder.Eventually;
import dev.ponder.engine.Engine;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.models.ModelLibrary;
import dev.ponder.resources.DemoModel;
import dev.ponder.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads, given up and replaced, of the demo model in a real engine. */
class ModelSessionTest {

    @TempDir
    private Path folder;

    private Engine engine;
    private SettingsFile settings;
    private ModelSession session;

    @BeforeEach
    void open() throws Exception {
        engine = new LocalEngine(NativesFolder.locate());
        settings = SettingsFile.open(folder.resolve("settings.json"));
        session = new ModelSession(
                engine, new ModelLibrary(folder, DemoModel.file().orElseThrow()), settings);
    }

    @AfterEach
    void close() {
        session.close();
        engine.close();
    }

    @Test
    void saysAtOnceWhatIsLoaded() {
        session.load("demo");
        assertInstanceOf(ModelState.Loading.class, session.state());
    }

    @Test
    void nothingIsLoadedAfterALoadWasGivenUp() throws Exception {
        session.load("demo");
        session.cancel();
        assertInstanceOf(ModelState.None.class, session.state());
        // the next one waits for what is left of the first, which says nothing any more
        session.load("demo");
        Eventually.holds("it is ready", () -> session.state() instanceof ModelState.Ready);
    }

    @Test
    void onlyTheLastOfSeveralWishesCounts() throws Exception {
        var names = new CopyOnWriteArrayList<String>();
        try (var _ = session.subscribe(state -> names.add(name(state)))) {
            session.load("no-such-model");
            session.load("demo");
            Eventually.holds("it is ready", () -> session.state() instanceof ModelState.Ready);
        }
        int change = names.indexOf("demo");
        assertEquals(
                List.of("demo"),
                names.subList(change, names.size()).stream().distinct().toList());
        assertEquals("demo", settings.settings().model());
    }

    @Test
    void aModelInUseStaysWhenThereIsNoLoadToGiveUp() throws Exception {
        session.load("demo");
        Eventually.holds("it is ready", () -> session.state() instanceof ModelState.Ready);
        session.cancel();
        assertInstanceOf(ModelState.Ready.class, session.state());
    }

    private static @Nullable String name(ModelState state) {
        return switch (state) {
            case ModelState.None() -> "";
            case ModelState.Loading(var name, var _) -> name;
            case ModelState.Ready(var model) -> model.name();
            case ModelState.Failed(var _, var name, var _) -> name;
        };
    }
}
