package dev.ponder.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.models.ModelLibrary;
import dev.ponder.resources.DemoModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules that do not know each other name the demo model. */
class DemoModelIdTest {

    @Test
    void theLibraryCallsTheCarriedModelByItsOwnId(@TempDir Path folder) throws Exception {
        var file = DemoModel.file().orElseThrow();
        assertEquals(file, new ModelLibrary(folder, file).resolve(DemoModel.ID));
        assertEquals(ModelLibrary.DEMO_ID, DemoModel.ID);
    }
}
