package dev.ponder.ui.markdown;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Block;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/** What brackets may refer to: addresses and footnotes, wherever in a document they are defined. */
final class Definitions {

    private static final Pattern BRACKETS = Pattern.compile("\\[((?:\\\\.|[^\\[\\]\\\\])*+)\\]", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** One line that defines it again, by label; the first definition of a label counts. */
    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Takes in all definitions in a part of a tree. */
    void addAll(Node node) {
        if (node instanceof LinkReferenceDefinition link) {
            var address = link.getDestination().replaceAll("([<>\\\\])", "\\\\$1");
            lines.putIfAbsent(normal(link.getLabel()), "[" + link.getLabel() + "]: <" + address + ">\n\n");
        } else if (node instanceof FootnoteDefinition note) {
            var label = note.getLabel();
            lines.putIfAbsent(normal("^" + label), "[^" + label + "]: x\n\n");
        }
        for (var child = node.getFirstChild(); child instanceof Block; child = child.getNext()) {
            addAll(child);
        }
    }

    /** The labels. */
    Set<String> labels() {
        return lines.keySet();
    }

    /** Everything defined, as a text to be read before another one; ends as if nothing stood before that. */
    String text() {
        return lines.isEmpty() ? "" : String.join("", lines.values());
    }

    void clear() {
        lines.clear();
    }

    /** Adds whatever stands in brackets in a text. */
    static void references(String text, Set<String> into) {
        var matcher = BRACKETS.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            into.add(normal(matcher.group(1)));
            from = matcher.end() - 1;
        }
    }

    static boolean haveCommon(Collection<String> labels, Set<String> references) {
        return labels.stream().anyMatch(references::contains);
    }

    /** Labels are the same whatever their case and their spaces, as CommonMark 0.31 says in 6.3. */
    private static String normal(String label) {
        return SPACES.matcher(label.strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
    }
}
