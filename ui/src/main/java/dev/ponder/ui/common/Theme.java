package dev.ponder.ui.common;

import dev.ponder.resources.Stylesheets;
import dev.ponder.settings.Appearance;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Light or dark, and how large the text is, for every scene of the program. Belongs to the JavaFX thread. */
public final class Theme {

    /** Size of text at a scale of 1, in pixels. */
    private static final double FONT_SIZE = 14;

    private static final double ICON_SIZE = 16;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final DoubleProperty fontScale = new SimpleDoubleProperty(1);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    /** Makes the theme and puts it in force. */
    public Theme() {
        appearance.subscribe(_ -> update());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> update());
        fontScale.subscribe(_ -> dressAll());
        dark.subscribe(_ -> {
            Application.setUserAgentStylesheet(sheet(dark.get()));
            dressAll();
        });
    }

    /** The stylesheet that is under all others; the build makes it of AtlantaFX's. */
    public static String sheet(boolean isDark) {
        return address(isDark ? "primer-dark.bss" : "primer-light.bss");
    }

    /** The binary form of one of Ponder's own stylesheets, which the build makes, too: parsing takes a start 30 ms. */
    static String binary(String address) {
        return address(address.substring(address.lastIndexOf('/') + 1).replace(".css", ".bss"));
    }

    private static String address(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /** What the user wants. */
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** How large text is, 1 for its usual size. */
    public DoubleProperty fontScaleProperty() {
        return fontScale;
    }

    /** Whether the dark theme is in force. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a scene this theme, now and whenever it changes. */
    public void dress(Scene scene) {
        scenes.add(new WeakReference<>(scene));
        scene.rootProperty().subscribe(_ -> apply(scene));
    }

    private void update() {
        dark.set(
                switch (appearance.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
    }

    private void dressAll() {
        scenes.removeIf(scene -> scene.get() == null);
        for (var reference : List.copyOf(scenes)) {
            var scene = reference.get();
            if (scene != null) {
                apply(scene);
            }
        }
    }

    /**
     * Icons follow the text: an icon's own em is its own size, so a stylesheet alone cannot say this. And durations have no
     * place in a binary one.
     */
    private String iconsAndTooltips() {
        var sheet = String.format(
                Locale.ROOT,
                ".ikonli-font-icon, .line-icon { -fx-icon-size: %.0fpx; } .tooltip { -fx-show-delay: 500ms; }",
                ICON_SIZE * fontScale.get());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.US_ASCII));
    }

    private void apply(Scene scene) {
        // all of them here: JavaFX looks through every node of a part that has a stylesheet of its own for each of them
        scene.getStylesheets()
                .setAll(
                        binary(dark.get() ? Stylesheets.dark() : Stylesheets.light()),
                        binary(Stylesheets.window()),
                        binary(Stylesheets.transcript()),
                        Monospace.stylesheet(),
                        binary(Stylesheets.models()),
                        binary(Stylesheets.keeping()),
                        iconsAndTooltips());
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", FONT_SIZE * fontScale.get()));
        scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
    }
}
