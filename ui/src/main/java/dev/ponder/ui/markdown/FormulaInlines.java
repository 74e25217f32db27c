package dev.ponder.ui.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas in a line. A dollar sign opens one only where no letter or digit stands before it and no space after it, and
 * closes one only where no space stands before it and no letter or digit after it: by that, "costs $5 and $6" are two prices.
 */
final class FormulaInlines implements InlineContentParserFactory {

    /** A longer one is no formula. */
    private static final int LONGEST = 1000;

    private static final Pattern PRICE = Pattern.compile("\\d[^\\\\^_=+<>{}]*\\s[^\\\\^_=+<>{}]*");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
        return FormulaInlines::read;
    }

    private static ParsedInline read(InlineParserState state) {
        var scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        var opened = scanner.position();
        if (scanner.next("$$")) {
            return upTo(scanner, opened, "$$", "$$");
        }
        if (scanner.next("\\(")) {
            return upTo(scanner, opened, "\\(", "\\)");
        }
        if (scanner.next("\\[")) {
            return upTo(scanner, opened, "\\[", "\\]");
        }
        return scanner.next('$') && !isWord(before) ? dollar(scanner, opened) : ParsedInline.none();
    }

    private static ParsedInline upTo(Scanner scanner, Position opened, String opener, String closer) {
        var start = scanner.position();
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            var end = scanner.position();
            if (scanner.next(closer)) {
                var latex = scanner.getSource(start, end).getContent();
                // a formula says something; otherwise these are signs that were escaped
                return latex.chars().anyMatch(Character::isLetterOrDigit) && !latex.contains("](")
                        ? formula(scanner, opened)
                        : ParsedInline.none();
            }
            if (scanner.next(opener)) {
                return ParsedInline.none();
            }
            step(scanner);
        }
        return ParsedInline.none();
    }

    private static ParsedInline dollar(Scanner scanner, Position opened) {
        var start = scanner.position();
        if (Character.isWhitespace(scanner.peekCodePoint()) || scanner.peek() == '$') {
            return ParsedInline.none();
        }
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            int last = scanner.peekPreviousCodePoint();
            var end = scanner.position();
            if (scanner.next('$')) {
                var latex = scanner.getSource(start, end).getContent();
                boolean closes = !Character.isWhitespace(last)
                        && !isWord(scanner.peekCodePoint())
                        && !PRICE.matcher(latex).matches();
                return closes ? formula(scanner, opened) : ParsedInline.none();
            }
            step(scanner);
        }
        return ParsedInline.none();
    }

    private static void step(Scanner scanner) {
        if (scanner.next('\\') && !scanner.hasNext()) {
            return;
        }
        scanner.next();
    }

    private static ParsedInline formula(Scanner scanner, Position opened) {
        var source = scanner.getSource(opened, scanner.position()).getContent();
        return ParsedInline.of(new Formula.Inline(source.replace('\n', ' ')), scanner.position());
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }
}
