package dev.ponder.ui;

import dev.ponder.cli.PonderCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/** Starts Ponder: arguments go to the command line without touching the toolkit; none, or a model file, opens the window. */
public final class Main {

    private Main() {}

    /**
     * The entry point.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        boolean opensFile = arguments.length == 1 && isModelFile(arguments[0]);
        if (arguments.length > 0 && !opensFile) {
            System.exit(PonderCommand.run(arguments));
        }
        if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            System.err.println("There is no display here for Ponder's window, so this is a chat in the terminal.");
            System.exit(opensFile ? PonderCommand.run("chat", "-m", arguments[0]) : PonderCommand.run("chat"));
        }
        // another folder may be the present one where a window is open already
        open(
                PonderApplication.class,
                opensFile ? new String[] {Path.of(arguments[0]).toAbsolutePath().toString()} : arguments);
    }

    /** Opens the window and blocks until it is closed. */
    static void open(Class<? extends PonderApplication> application, String... arguments) {
        FirstUse.begin();
        Application.launch(application, arguments);
    }

    /** Whether an argument is a model file, as a file manager hands it over, and no command. */
    static boolean isModelFile(String argument) {
        return argument.toLowerCase(Locale.ROOT).endsWith(".gguf") && Files.isRegularFile(Path.of(argument));
    }

    /** Whether a window can be shown. On Linux the environment says where; other systems always have a desktop. */
    static boolean hasDisplay(Map<String, String> environment, String system, String glass) {
        return !system.toLowerCase(Locale.ROOT).contains("linux")
                || glass.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
