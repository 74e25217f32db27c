package dev.ponder.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import javafx.scene.text.Font;

/** The typeface of code: the best that this machine has. A stylesheet can name only one, so it is chosen here. */
public final class Monospace {

    private static final List<String> PREFERRED = List.of(
            "JetBrains Mono",
            "Cascadia Mono",
            "SF Mono",
            "Menlo",
            "Consolas",
            "DejaVu Sans Mono",
            "Noto Sans Mono",
            "Liberation Mono");

    private Monospace() {}

    private static String family() {
        var installed = new HashSet<>(Font.getFamilies());
        return PREFERRED.stream().filter(installed::contains).findFirst().orElse("monospace");
    }

    /** A stylesheet that gives it to everything that is code, as an address. */
    public static String stylesheet() {
        var css = ".code-text, .code-line, .run-code, .formula-source > .run, .tool-text > .run { -fx-font-family: \""
                + family() + "\"; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
