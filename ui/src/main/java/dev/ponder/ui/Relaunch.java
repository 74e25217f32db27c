package dev.ponder.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the window's program once more, as this one ends. */
final class Relaunch {
    private static final System.Logger LOG = System.getLogger(Relaunch.class.getName());

    private Relaunch() {}

    /** Does it by the image's own launcher; where there is none, as in a test, nothing is started. */
    static void start() {
        var home = System.getProperty("ponder.home", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        var launcher = Path.of(home, "bin", windows ? "ponder.cmd" : "ponder");
        if (home.isEmpty() || !Files.isExecutable(launcher)) {
            return;
        }
        try {
            new ProcessBuilder(launcher.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Ponder could not be started again", e);
        }
    }
}
