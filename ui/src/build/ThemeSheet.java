import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.css.Stylesheet;

/**
 * Makes the window's theme of AtlantaFX's: without the rules for controls that the window does not have, and in the form
 * that JavaFX reads without parsing. Each node on the screen is held against every rule that might be for it, and most of
 * those would be for such controls. Arguments: the name of the theme, the file to write.
 */
void main(String[] arguments) throws IOException {
    var target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    var parsed = Files.createTempFile(target.getParent(), "theme", ".css");
    try {
        Files.writeString(parsed, present(read(arguments[0])));
        Stylesheet.convertToBinary(parsed.toFile(), target.toFile());
    } finally {
        Files.delete(parsed);
    }
}

/** Style classes of what the window does not have. */
final Set<String> ABSENT = Set.of(
        "accordion",
        "bar-chart",
        "bb-code",
        "breadcrumbs",
        "calendar",
        "card",
        "chart",
        "choice-box",
        "color-palette",
        "color-palette-region",
        "color-picker",
        "combo-box",
        "combo-box-base",
        "combo-box-popup",
        "custom-color-dialog",
        "custom-text-field",
        "date-picker",
        "date-picker-popup",
        "html-editor",
        "message",
        "modal-box",
        "modal-pane",
        "notification",
        "pagination",
        "popover",
        "ring-progress-indicator",
        "segmented-control",
        "selectable-text",
        "slider",
        "spinner",
        "split-pane",
        "tab-line",
        "tab-pane",
        "table-view",
        "tile-base",
        "toggle-switch",
        "tree-cell",
        "tree-table-row-cell",
        "tree-table-view",
        "tree-view");

/** Rules for whatever stands in a part that is disabled, which the window never does. */
final Pattern DISABLED = Pattern.compile("\\.titled-pane:disabled .*\\*");

final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z][\\w-]*)");

String read(String theme) throws IOException {
    var name = "/atlantafx/base/theme/" + theme + ".css";
    try (var sheet = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(name), name)) {
        return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    }
}

String present(String sheet) {
    var result = new StringBuilder();
    var rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
    while (rules.find()) {
        List<String> kept = new ArrayList<>();
        for (var selector : rules.group(1).split(",")) {
            if (isPresent(selector.strip())) {
                kept.add(selector.strip());
            }
        }
        if (!kept.isEmpty()) {
            result.append(String.join(", ", kept)).append(" {").append(rules.group(2)).append("}\n");
        }
    }
    return result.toString();
}

boolean isPresent(String selector) {
    return STYLE_CLASS.matcher(selector).results().noneMatch(found -> ABSENT.contains(found.group(1)))
            && !DISABLED.matcher(selector).matches();
}
