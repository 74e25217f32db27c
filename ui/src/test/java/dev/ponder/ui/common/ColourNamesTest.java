package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.ponder.resources.Stylesheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A colour that nobody defines is only a warning to JavaFX, and what should have it is not seen. */
class ColourNamesTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("-(?:color|ponder|transcript)-[a-z0-9-]+");
    private static final Pattern DEFINED = Pattern.compile("(" + NAME.pattern() + ")\\s*:");

    private static final List<String> ALIKE =
            List.of(Stylesheets.window(), Stylesheets.transcript(), Stylesheets.models(), Stylesheets.keeping());

    @Test
    void everyColourIsDefinedInTheLightTheme() {
        check(new PrimerLight().getUserAgentStylesheet(), Stylesheets.light());
    }

    @Test
    void everyColourIsDefinedInTheDarkTheme() {
        check(new PrimerDark().getUserAgentStylesheet(), Stylesheets.dark());
    }

    private static void check(String theme, String tokens) {
        var base =
                Objects.requireNonNull(ColourNamesTest.class.getResource(theme)).toExternalForm();
        var ours = read(tokens) + ALIKE.stream().map(ColourNamesTest::read).collect(Collectors.joining());
        var missing = all(NAME, ours, 0);
        missing.removeAll(all(DEFINED, read(base) + ours, 1));
        assertEquals(Set.of(), missing);
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String address) {
        try (var sheet = URI.create(address).toURL().openStream()) {
            return COMMENT.matcher(new String(sheet.readAllBytes())).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
