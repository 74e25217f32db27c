package dev.ponder.ui;

import dev.ponder.cli.PonderCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What Ponder is made of, for the page about it. Versions are those of the build; licences those of the parts. */
final class Versions {

    private Versions() {}

    /** Ponder's own version. */
    static String ponder() {
        return PonderCommand.version();
    }

    /** Its parts with their licences. */
    static List<String> parts() {
        var built = built();
        return List.of(
                "llama.cpp v0.4.0, MIT",
                "OpenJDK " + Runtime.version().feature() + " and JavaFX " + System.getProperty("javafx.version", "")
                        + ", GPL-2.0 with Classpath Exception",
                "SQLite, public domain; sqlite-jdbc " + built.getProperty("sqlite") + ", Apache-2.0",
                "AtlantaFX " + built.getProperty("atlantafx") + ", MIT",
                "Ikonli " + built.getProperty("ikonli") + ", Apache-2.0, with Feather's icons, MIT",
                "commonmark-java " + built.getProperty("commonmark") + ", BSD-2-Clause",
                "RSyntaxTextArea " + built.getProperty("rsyntaxtextarea") + ", BSD-3-Clause",
                "JLaTeXMath " + built.getProperty("jlatexmath") + ", GPL-2.0 with linking exception",
                "Apache PDFBox " + built.getProperty("pdfbox") + ", Apache-2.0",
                "juniversalchardet " + built.getProperty("juniversalchardet") + ", MPL-1.1",
                "Jackson " + built.getProperty("jackson") + ", Apache-2.0",
                "picocli " + built.getProperty("picocli") + ", Apache-2.0",
                "Noto Emoji, SIL OFL 1.1",
                "Demo model, made for Ponder, Apache-2.0");
    }

    private static Properties built() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
