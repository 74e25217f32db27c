package dev.ponder.ui.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Makes characters with marks of the parser's nodes. */
final class InlineReader {

    private static final char UNKNOWN = '\ufffd';

    private final StringBuilder text = new StringBuilder();
    private final List<RichText.Run> runs = new ArrayList<>();
    private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    private String target = "";

    private InlineReader() {}

    /** What the children of a node say. */
    static RichText of(Node parent) {
        var reader = new InlineReader();
        reader.children(parent);
        return new RichText(reader.text.toString(), reader.runs);
    }

    /** Text without characters that would break lines or control something. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static boolean isControl(char c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t') || c == '\u2028' || c == '\u2029' || c == '\ufffc';
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        for (char c : text.replace("\r\n", "\n").toCharArray()) {
            boolean isSpace = c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\u000b' || c == '\f';
            clean.append(c == '\r' ? '\n' : isSpace ? ' ' : isControl(c) ? UNKNOWN : c);
        }
        return clean.toString();
    }

    private void children(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            read(child);
        }
    }

    private void read(Node node) {
        switch (node) {
            case Text literal -> add(literal.getLiteral());
            case SoftLineBreak _ -> add("\n");
            case HardLineBreak _ -> add("\n");
            case HtmlInline html -> add(html.getLiteral());
            case Code code -> marked(Mark.CODE, "", () -> add(code.getLiteral()));
            case Emphasis _ -> marked(Mark.ITALIC, "", () -> children(node));
            case StrongEmphasis _ -> marked(Mark.BOLD, "", () -> children(node));
            case Strikethrough _ -> marked(Mark.STRIKE, "", () -> children(node));
            case Link link -> link(link);
            case Image image -> image(image);
            case Formula.Inline formula ->
                marked(Mark.FORMULA, clean(formula.source), () -> append(String.valueOf(RichText.OBJECT)));
            case FootnoteReference note -> marked(Mark.NOTE, "", () -> add("[" + note.getLabel() + "]"));
            default -> children(node);
        }
    }

    private void link(Link link) {
        var address = Addresses.of(link.getDestination());
        if (address.isEmpty()) {
            children(link);
        } else {
            marked(Mark.LINK, address, () -> children(link));
        }
    }

    /** A picture is never loaded; it is a link with its name, or only its name. */
    private void image(Image image) {
        var address = Addresses.of(image.getDestination());
        if (address.isEmpty() || marks.contains(Mark.LINK)) {
            name(image);
        } else {
            marked(Mark.IMAGE, address, () -> name(image));
        }
    }

    private void name(Image image) {
        if (image.getFirstChild() == null) {
            add(image.getDestination());
        } else {
            children(image);
        }
    }

    private void marked(Mark mark, String itsTarget, Runnable content) {
        boolean isNew = marks.add(mark);
        var outer = target;
        target = itsTarget.isEmpty() ? outer : itsTarget;
        content.run();
        target = outer;
        if (isNew) {
            marks.remove(mark);
        }
    }

    private void add(String literal) {
        append(clean(literal));
    }

    private void append(String literal) {
        int start = text.length();
        text.append(literal);
        if (marks.isEmpty() || literal.isEmpty()) {
            return;
        }
        var last = runs.isEmpty() ? null : runs.getLast();
        Set<Mark> now = Set.copyOf(marks);
        if (last != null
                && last.end() == start
                && last.marks().equals(now)
                && last.target().equals(target)
                && !last.is(Mark.FORMULA)) {
            runs.removeLast();
            start = last.start();
        }
        runs.add(new RichText.Run(start, text.length(), now, target));
    }
}
