import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Writes Ponder's own stylesheets in the form that JavaFX reads without parsing. Arguments: the folder to write to, the
 * stylesheets.
 */
void main(String[] arguments) throws IOException {
    // asked for once before, else none are kept
    var errors = CssParser.errorsProperty();
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
        var sheet = Path.of(arguments[i]);
        if (DURATION.matcher(Files.readString(sheet)).find()) {
            throw new IOException(sheet + " has a duration, which JavaFX writes in this form but cannot read");
        }
        var name = sheet.getFileName().toString().replaceFirst("\\.css$", ".bss");
        Stylesheet.convertToBinary(sheet.toFile(), folder.resolve(name).toFile());
    }
    if (!errors.isEmpty()) {
        throw new IOException("JavaFX does not understand all of the stylesheets: " + errors);
    }
}

final Pattern DURATION = Pattern.compile(":[^;{}]*\\d(?:ms|s)\\b");
