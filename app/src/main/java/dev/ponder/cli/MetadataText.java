package dev.ponder.cli;

import dev.ponder.gguf.GgufValue;
import java.util.stream.Collectors;

/** Metadata values for a person: short, on one line, and harmless. */
final class MetadataText {

    private static final int MOST_CHARACTERS = 72;
    private static final int MOST_ITEMS = 8;

    private MetadataText() {}

    /** The beginning of a value, and how much there is of it. */
    static String brief(GgufValue value) {
        return switch (value) {
            case GgufValue.Array array -> list(array);
            case GgufValue.Text(var text) -> text(text);
            case GgufValue.Whole _, GgufValue.Real _, GgufValue.Flag _ -> SafeText.line(value.toString());
        };
    }

    private static String text(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return SafeText.line(text);
        }
        var beginning = text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
        return SafeText.line(beginning) + "… (" + text.length() + " characters)";
    }

    private static String list(GgufValue.Array array) {
        if (!array.isKept() || array.count() > MOST_ITEMS) {
            return array.count() + " × " + array.elementType().label();
        }
        return array.items().stream().map(MetadataText::brief).collect(Collectors.joining(", ", "[", "]"));
    }
}
