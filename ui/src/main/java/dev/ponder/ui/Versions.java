package dev.ponder.ui;

import dev.ponder.cli.PonderCommand;
import java.util.List;

/** What Ponder is made of, for the page about it. Versions are those of the build; licences those of the parts. */
final class Versions {

    private Versions() {}

    /** Ponder's own version. */
    static String ponder() {
        return PonderCommand.version();
    }

    /** Its parts with their licences. */
    static List<String> parts() {
        return List.of(
                "llama.cpp v0.4.0, MIT",
                "OpenJDK " + Runtime.version().feature() + " and JavaFX " + System.getProperty("javafx.version", "")
                        + ", GPL-2.0 with Classpath Exception",
                "SQLite, public domain; sqlite-jdbc, Apache-2.0",
                "AtlantaFX, MIT; Ikonli, Apache-2.0",
                "Jackson, Apache-2.0; picocli, Apache-2.0",
                "Demo model, made for Ponder, Apache-2.0");
    }
}
