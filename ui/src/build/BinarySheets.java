import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Writes Ponder's own stylesheets in JavaFX's binary form (bss), which is read without parsing. Arguments: the folder to write
 * to, the stylesheets.
 */
void main(String[] arguments) throws IOException {
    List<Path> sheets = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
        sheets.add(Path.of(arguments[i]));
    }
    // before anything is written: the next build takes a file that is there for a good one
    for (var sheet : sheets) {
        check(sheet);
    }
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (var sheet : sheets) {
        var name = sheet.getFileName().toString().replaceFirst("\\.css$", ".bss");
        Stylesheet.convertToBinary(sheet.toFile(), folder.resolve(name).toFile());
    }
}

final Pattern DURATION = Pattern.compile(":[^;{}]*\\d(?:ms|s)\\b");

void check(Path sheet) throws IOException {
    if (DURATION.matcher(Files.readString(sheet)).find()) {
        throw new IOException(sheet + " has a duration, which JavaFX 26 writes in binary but cannot read");
    }
    // JavaFX keeps none before it was asked for them
    var errors = CssParser.errorsProperty();
    new CssParser().parse(sheet.toUri().toURL());
    if (!errors.isEmpty()) {
        throw new IOException("JavaFX does not understand all of it: " + errors);
    }
}
