package dev.ponder.ui.shell;

import dev.ponder.settings.Appearance;
import dev.ponder.ui.common.Headless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Draws the window's states as pictures; a program for people who look at them. Arguments: the folder to write to,
 * and LIGHT or DARK where not both are wanted. */
final class Snapshots {

    private Snapshots() {}

    public static void main(String[] arguments) throws Exception {
        var target = Path.of(arguments[0]);
        var wanted = arguments.length > 1
                ? List.of(Appearance.valueOf(arguments[1]))
                : List.of(Appearance.LIGHT, Appearance.DARK);
        for (var appearance : wanted) {
            var folder = Files.createTempDirectory("ponder-snapshots");
            try (var open = new OpenWindow(folder, Clock.systemDefaultZone(), _ -> new ShownTranscript())) {
                new SnapshotTour(open, target, appearance).take();
            }
            var another = Files.createTempDirectory("ponder-snapshots");
            try (var open = new OpenWindow(another, Clock.systemDefaultZone(), _ -> new ShownTranscript())) {
                new EdgeTour(open, target, appearance).take();
            }
        }
        Headless.run(() -> {});
        System.exit(0);
    }
}
