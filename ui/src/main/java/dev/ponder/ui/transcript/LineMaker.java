package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Block;
import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.markdown.RichText;
import dev.ponder.ui.markdown.RichText.Run;
import dev.ponder.ui.transcript.TextLine.Edge;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes lines of the blocks of an answer. */
final class LineMaker {

    private static final double PARAGRAPH = 0.7;
    private static final double CLOSE = 0.2;
    private static final double HEADING = 1.1;
    private static final double BULLET_INDENT = 1.5;
    private static final double NUMBER_INDENT = 1.2;
    private static final double DIGIT = 0.6;
    private static final double QUOTE_INDENT = 1.1;
    private static final String BULLETS = "•◦▪";

    private final KeptBlocks kept;
    private final List<Line> lines = new ArrayList<>();
    private double above;
    private String marker = "";
    private String prefix = "";

    /** How many quotes the next line does not begin. */
    private int barsBefore = Integer.MAX_VALUE;

    /** Where the blocks of a container stand. */
    private record Container(double indent, List<Double> bars, String prefix, int depth) {
        static final Container NONE = new Container(0, List.of(), "", 0);
    }

    /** What stays the same of a block is taken from those kept. */
    LineMaker(KeptBlocks kept) {
        this.kept = kept;
    }

    /** The lines of one block that stands in no other. */
    List<Line> make(Block block, boolean isFirst) {
        lines.clear();
        above = isFirst ? 0 : block instanceof Block.Heading ? HEADING : PARAGRAPH;
        add(block, Container.NONE);
        endWith("\n\n");
        return List.copyOf(lines);
    }

    private void add(Block block, Container in) {
        switch (block) {
            case Block.Paragraph(var text) -> text(text, Paper.ANSWER, in);
            case Block.Heading(var level, var text) -> text(onOneLine(text), Paper.heading(level), in);
            case Block.Html(var html) -> text(marked(html), Paper.ANSWER, in);
            case Block.Code code -> code(code, in);
            case Block.Table table -> table(table, in);
            case Block.Formula formula -> lines.add(kept.formula(place(in), formula));
            case Block.Rule _ -> lines.add(kept.rule(place(in)));
            case Block.Quote(var content) -> {
                var bars = new ArrayList<>(in.bars());
                bars.add(in.indent());
                barsBefore = Math.min(barsBefore, in.bars().size());
                begin("> ", "");
                blocks(
                        content,
                        new Container(in.indent() + QUOTE_INDENT, bars, in.prefix() + "> ", in.depth()),
                        PARAGRAPH);
            }
            case Block.Items list -> items(list, in);
            case Block.Note(var label, var content) -> {
                begin("[^" + label + "]: ", label + ".");
                blocks(content, inner(in, NUMBER_INDENT + DIGIT * label.length(), "    "), CLOSE);
            }
        }
    }

    private static RichText onOneLine(RichText text) {
        return new RichText(text.text().replace('\n', ' '), text.runs());
    }

    private static RichText marked(String html) {
        return html.isEmpty()
                ? RichText.EMPTY
                : new RichText(html, List.of(new Run(0, html.length(), Set.of(Mark.CODE), "")));
    }

    private void blocks(List<Block> blocks, Container in, double gap) {
        for (int i = 0; i < blocks.size(); i++) {
            if (i > 0) {
                above = gap;
                boolean apart = gap > CLOSE
                        || (blocks.get(i - 1) instanceof Block.Paragraph && blocks.get(i) instanceof Block.Paragraph);
                endWith("\n" + (apart ? in.prefix().stripTrailing() + "\n" : ""));
            }
            add(blocks.get(i), in);
        }
        if (blocks.isEmpty()) {
            text(RichText.EMPTY, Paper.ANSWER, in);
        }
    }

    private void items(Block.Items list, Container in) {
        double gap = list.tight() ? CLOSE : PARAGRAPH;
        int last = list.first() + list.items().size() - 1;
        double indent =
                list.isOrdered() ? NUMBER_INDENT + DIGIT * String.valueOf(last).length() : BULLET_INDENT;
        for (int i = 0; i < list.items().size(); i++) {
            if (i > 0) {
                above = gap;
                endWith("\n" + (list.tight() ? "" : in.prefix().stripTrailing() + "\n"));
            }
            var item = list.items().get(i);
            var number = list.isOrdered() ? list.first() + i + list.delimiter() : list.delimiter();
            begin(number + " " + task(item.task()), sign(item.task(), list.isOrdered() ? number : "", in.depth()));
            blocks(item.content(), inner(in, indent, " ".repeat(number.length() + 1)), gap);
        }
    }

    private static Container inner(Container in, double indent, String prefix) {
        return new Container(in.indent() + indent, in.bars(), in.prefix() + prefix, in.depth() + 1);
    }

    private static String task(Block.Task task) {
        return switch (task) {
            case NONE -> "";
            case OPEN -> Place.OPEN + " ";
            case DONE -> Place.DONE + " ";
        };
    }

    private static String sign(Block.Task task, String number, int depth) {
        return switch (task) {
            case OPEN -> Place.OPEN;
            case DONE -> Place.DONE;
            case NONE ->
                number.isEmpty() ? BULLETS.substring(depth % BULLETS.length()).substring(0, 1) : number;
        };
    }

    /** The next line is the first of a container. */
    private void begin(String itsPrefix, String itsMarker) {
        prefix += itsPrefix;
        marker = itsMarker.isEmpty() ? marker : itsMarker;
    }

    /** The place of the next line, with all that hangs before it. */
    private Place place(Container in) {
        // the prefix of the containers that begin here takes the room of theirs
        var before = prefix.isEmpty()
                ? in.prefix()
                : in.prefix().substring(0, Math.max(0, in.prefix().length() - width(prefix))) + prefix;
        var bars = new ArrayList<Place.Bar>();
        for (int i = 0; i < in.bars().size(); i++) {
            bars.add(new Place.Bar(in.bars().get(i), i >= barsBefore));
        }
        var place = new Place(above, in.indent(), bars, marker, before);
        barsBefore = Integer.MAX_VALUE;
        above = 0;
        marker = "";
        prefix = "";
        return place;
    }

    /** The place of a line that goes on where another ended. */
    private static Place further(Container in, String prefix) {
        return new Place(
                0,
                in.indent(),
                in.bars().stream().map(at -> new Place.Bar(at, false)).toList(),
                "",
                prefix);
    }

    private static int width(String prefix) {
        return prefix.replaceAll("\\[[ x]\\] ", "")
                .replaceAll("\\[\\^.*?\\]: ", "    ")
                .length();
    }

    private void text(RichText rich, Paper paper, Container in) {
        var place = place(in);
        var text = rich.text();
        int begin = 0;
        int start = 0;
        int end = -1;
        int run = 0;
        while (start <= text.length()) {
            end = end < start ? end(text, start) : end;
            // no more of it than is looked at
            int seen = Math.min(end, start + LineBuilder.LONGEST + 1);
            int cut = start + LineBuilder.piece(text.substring(start, seen), start - begin);
            while (run < rich.runs().size() && rich.runs().get(run).end() <= start) {
                run++;
            }
            lines.add(line(rich, run, start, cut, paper, place).withSeparator(cut < end ? "" : "\n"));
            place = further(in, cut < end ? "" : in.prefix());
            start = cut < end ? cut : end + 1;
            begin = cut < end ? begin : start;
        }
    }

    /** Where a line ends. It is asked once for a line, however many paragraphs that is cut into. */
    private static int end(String text, int start) {
        int found = text.indexOf('\n', start);
        return found < 0 ? text.length() : found;
    }

    /** A paragraph; its first run, if there is one, is that of an index. */
    private static TextLine line(RichText rich, int first, int start, int end, Paper paper, Place place) {
        var spans = new ArrayList<Run>();
        for (int i = first; i < rich.runs().size() && rich.runs().get(i).start() < end; i++) {
            var run = rich.runs().get(i);
            int from = Math.max(start, run.start());
            int to = Math.min(end, run.end());
            if (from < to) {
                spans.add(new Run(from - start, to - start, run.marks(), run.target()));
            }
        }
        return new TextLine(rich.text().substring(start, end), List.copyOf(spans), paper, Edge.INNER, "\n", place);
    }

    private void code(Block.Code code, Container in) {
        var head = kept.code(place(in), code);
        head.withSeparator("\n");
        lines.add(head);
        var place = further(in, in.prefix());
        int begin = 0;
        int start = 0;
        int end = -1;
        var text = code.text();
        while (start <= text.length()) {
            end = end < start ? end(text, start) : end;
            // no more of it than is looked at
            int seen = Math.min(end, start + LineBuilder.LONGEST + 1);
            int cut = start + LineBuilder.piece(text.substring(start, seen), start - begin);
            boolean isLast = cut == text.length();
            var separator = isLast ? "\n" + in.prefix() + code.fence() + "\n" : cut < end ? "" : "\n";
            lines.add(new TextLine(
                    text.substring(start, cut),
                    List.of(),
                    Paper.CODE,
                    isLast ? Edge.LAST : Edge.INNER,
                    separator,
                    place));
            start = cut < end ? cut : end + 1;
            begin = cut < end ? begin : start;
        }
    }

    private void table(Block.Table table, Container in) {
        if (KeptBlocks.isTooLarge(table)) {
            code(new Block.Code("", table.source(), "```"), in);
        } else {
            lines.addAll(kept.table(place(in), table));
        }
    }

    /** Changes what follows the last line so far. A code block keeps its fence. */
    private void endWith(String separator) {
        int last = lines.size() - 1;
        if (last >= 0) {
            var line = lines.get(last);
            boolean isCode = line instanceof TextLine text && text.paper() == Paper.CODE;
            int fence = line.separator().lastIndexOf('\n');
            lines.set(last, line.withSeparator(isCode ? line.separator().substring(0, fence) + separator : separator));
        }
    }
}
