package dev.ponder.ui;

import dev.ponder.cli.PonderCommand;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/** Starts Ponder: arguments go to the command line without touching the toolkit, none opens the window. */
public final class Main {

    private Main() {}

    /**
     * The entry point.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(PonderCommand.run(arguments));
        }
        if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            System.err.println("There is no display here for Ponder's window, so this is a chat in the terminal.");
            System.exit(PonderCommand.run("chat"));
        }
        FirstUse.begin();
        Application.launch(PonderApplication.class);
    }

    /** Whether a window can be shown. On Linux the environment says where; other systems always have a desktop. */
    static boolean hasDisplay(Map<String, String> environment, String system, String glass) {
        return !system.toLowerCase(Locale.ROOT).contains("linux")
                || glass.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
