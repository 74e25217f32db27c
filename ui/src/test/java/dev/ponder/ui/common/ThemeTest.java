package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ponder.resources.Stylesheets;
import java.net.URI;
import java.util.Objects;
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
    void theFormThatIsReadSaysWhatWasWritten(String address) throws Exception {
        var written = new CssParser().parse(URI.create(address).toURL());
        var name = address.substring(address.lastIndexOf('/') + 1).replace(".css", ".bss");
        var read = Stylesheet.loadBinary(Objects.requireNonNull(Theme.class.getResource(name)));
        assertFalse(read.getRules().isEmpty());
        assertEquals(described(written), described(read));
    }

    private static String described(Stylesheet sheet) {
        // a rule reads what it says when it is asked for it
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
