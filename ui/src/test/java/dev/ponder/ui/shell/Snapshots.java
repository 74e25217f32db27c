package dev.ponder.ui.shell;

import dev.ponder.settings.Appearance;
import dev.ponder.ui.common.Headless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Draws the window's states as pictures; a program for people who look at them. Argument: the folder to write to. */
final class Snapshots {

    private Snapshots() {}

    public static void main(String[] arguments) throws Exception {
        var target = Path.of(arguments[0]);
        for (var appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            var folder = Files.createTempDirectory("ponder-snapshots");
            try (var open = new OpenWindow(folder, Clock.systemDefaultZone(), _ -> new ShownTranscript())) {
                new SnapshotTour(open, target, appearance).take();
            }
        }
        Headless.run(() -> {});
        System.exit(0);
    }
}
