package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.Lexers.Lexer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colours of code, line by line. A line is looked at when it is to be shown; how it begins is known from the lines
 * before, which are looked at once. Belongs to the JavaFX thread.
 */
final class CodeColours {

    /** Characters of one colour. */
    record Colour(int start, int end, String style) {}

    private final String code;
    private final List<String> lines;
    private final List<Integer> states = new ArrayList<>();

    CodeColours(String code) {
        this.code = code;
        var all = code.lines().toList();
        // a longer line is several in a transcript, and minified code has no reader
        lines = all.stream().anyMatch(line -> line.length() > LineBuilder.LONGEST) ? List.of() : all;
    }

    String code() {
        return code;
    }

    /** The same for code that has grown; lines that are the same are not looked at again. */
    CodeColours of(String grown) {
        if (grown.equals(code)) {
            return this;
        }
        var colours = new CodeColours(grown);
        for (int i = 0; i < states.size() && i < lines.size() - 1; i++) {
            if (i >= colours.lines.size() || !lines.get(i).equals(colours.lines.get(i))) {
                break;
            }
            colours.states.add(states.get(i));
        }
        return colours;
    }

    /** The coloured characters of a line, in order. */
    List<Colour> line(int index, @Nullable Lexer lexer) {
        if (lexer == null || index >= lines.size()) {
            return List.of();
        }
        while (states.size() < index) {
            int done = states.size();
            states.add(lexer.stateAfter(lines.get(done), done == 0 ? 0 : states.get(done - 1)));
        }
        return lexer.colours(lines.get(index), index == 0 ? 0 : states.get(index - 1));
    }
}
