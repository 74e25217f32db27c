package dev.ponder.ui;

import dev.ponder.resources.DemoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders of users who have chosen the demo model before, so that a conversation stands in the window at once. */
final class Welcomed {

    private Welcomed() {}

    /** Prepares a data folder, unless it has settings already. */
    static Path in(Path data) throws IOException {
        Files.createDirectories(data);
        var settings = data.resolve("settings.json");
        if (!Files.exists(settings)) {
            Files.writeString(settings, "{\"model\": \"" + DemoModel.ID + "\"}");
        }
        return data;
    }
}
