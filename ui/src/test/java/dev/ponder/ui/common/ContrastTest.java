package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.ponder.resources.Stylesheets;
import java.util.ArrayList;
import java.util.Objects;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written can be read, in both themes: WCAG 2.2 wants 4.5 of text and 3 of what only shows where something is. */
class ContrastTest {

    private static final Palette LIGHT =
            new Palette(address(new PrimerLight().getUserAgentStylesheet()), Stylesheets.light());
    private static final Palette DARK =
            new Palette(address(new PrimerDark().getUserAgentStylesheet()), Stylesheets.dark());

    /** Grounds are named from the lowest up. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # ink,                   least, grounds
            -color-fg-default,       4.5, -color-bg-default
            -color-fg-default,       4.5, -color-bg-overlay
            -color-fg-default,       4.5, -color-bg-subtle
            -color-fg-default,       4.5, -ponder-sidebar
            -color-fg-default,       4.5, -ponder-sidebar -ponder-hover
            -color-fg-default,       4.5, -ponder-sidebar -ponder-chosen
            -color-fg-default,       4.5, -color-bg-default -ponder-hover
            -color-fg-default,       4.5, -color-bg-default -color-neutral-subtle
            -color-fg-default,       4.5, -color-bg-default -color-accent-subtle
            -color-fg-default,       4.5, -color-bg-default -color-warning-subtle
            -color-fg-default,       4.5, -color-bg-default -color-danger-subtle
            -color-fg-default,       4.5, -color-bg-default -color-accent-muted
            -color-fg-muted,         4.5, -color-bg-default
            -color-fg-muted,         4.5, -color-bg-overlay
            -color-fg-muted,         4.5, -color-bg-overlay -ponder-hover
            -color-fg-muted,         4.5, -ponder-sidebar
            -color-fg-muted,         4.5, -color-bg-default -ponder-hover
            -color-fg-muted,         4.5, -color-bg-default -color-neutral-subtle
            -color-fg-subtle,        4.5, -color-bg-default
            -color-fg-subtle,        4.5, -ponder-sidebar
            -color-accent-fg,        4.5, -color-bg-default
            -color-accent-fg,        4.5, -color-bg-default -ponder-hover
            -color-danger-fg,        4.5, -color-bg-default
            -color-warning-fg,       3.0, -color-bg-default -color-warning-subtle
            -color-danger-fg,        3.0, -color-bg-default -color-danger-subtle
            -color-accent-fg,        3.0, -ponder-sidebar -ponder-chosen
            -color-success-fg,       3.0, -color-bg-default
            -color-fg-emphasis,      4.5, -color-accent-emphasis
            -ponder-toast-fg,        4.5, -ponder-toast
            -ponder-toast-accent,    4.5, -ponder-toast
            -color-accent-emphasis,  3.0, -color-bg-default
            """)
    void canBeRead(String ink, double least, String grounds) {
        check(LIGHT, "light", ink, least, grounds);
        check(DARK, "dark", ink, least, grounds);
    }

    private static void check(Palette palette, String theme, String ink, double least, String grounds) {
        var layers = new ArrayList<Color>();
        for (var ground : grounds.split(" ")) {
            layers.add(palette.of(ground, layers));
        }
        double contrast = Palette.contrast(palette.of(ink, layers), layers.getLast());
        assertTrue(contrast >= least, String.format("%s on %s, %s: %.2f", ink, grounds, theme, contrast));
    }

    private static String address(String stylesheet) {
        return Objects.requireNonNull(ContrastTest.class.getResource(stylesheet))
                .toExternalForm();
    }
}
