package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ponder.resources.Stylesheets;
import java.net.URI;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the window wears. */
class ThemeTest {

    @ParameterizedTest
    @MethodSource("sheets")
    void theBinaryFormSaysWhatWasWritten(String address) throws Exception {
        var written = new CssParser().parse(URI.create(address).toURL());
        var read = Stylesheet.loadBinary(URI.create(Theme.binary(address)).toURL());
        assertFalse(read.getRules().isEmpty());
        assertEquals(described(written), described(read));
    }

    private static String described(Stylesheet sheet) {
        // JavaFX reads a binary rule only when it is asked for what it declares
        sheet.getRules().forEach(Rule::getDeclarations);
        return sheet.getRules().toString();
    }

    static Stream<String> sheets() {
        return Stream.of(
                Stylesheets.light(),
                Stylesheets.dark(),
                Stylesheets.window(),
                Stylesheets.transcript(),
                Stylesheets.models(),
                Stylesheets.keeping());
    }
}
