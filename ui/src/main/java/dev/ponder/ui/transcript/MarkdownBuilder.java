package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Block;
import dev.ponder.ui.markdown.GrowingMarkdown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Makes lines of Markdown that arrives in pieces. What is settled costs nothing any more. Not thread-safe. */
final class MarkdownBuilder implements Growth {

    /** The beginning of a line that may become many things, and would change what is shown before it. */
    private static final Pattern SIGNS = Pattern.compile("[-=*_+#>`~|$\\\\.:)\\[(\\d \\t]{1,40}");

    private final GrowingMarkdown markdown = new GrowingMarkdown();
    private final KeptBlocks kept = new KeptBlocks();
    private final LineMaker maker = new LineMaker(kept);
    private final List<Line> lines = new ArrayList<>();

    /** Where the lines of each block begin. */
    private final List<Integer> starts = new ArrayList<>();

    private String held = "";
    private boolean endsLine = true;
    private boolean ended;

    @Override
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    @Override
    public Edit add(String text) {
        var waiting = held + text;
        int line = waiting.lastIndexOf('\n') + 1;
        boolean isStart = line > 0 || endsLine;
        held = isStart && SIGNS.matcher(waiting.substring(line)).matches() ? waiting.substring(line) : "";
        take(waiting.substring(0, waiting.length() - held.length()));
        return markdown.isDue() ? read() : Edit.NONE;
    }

    @Override
    public Edit end() {
        ended = true;
        take(held);
        held = "";
        return read();
    }

    private void take(String text) {
        if (!text.isEmpty()) {
            markdown.add(text);
            endsLine = text.endsWith("\n");
        }
    }

    private Edit read() {
        var change = markdown.read();
        kept.turn();
        var made = new ArrayList<Line>();
        int from = change.from() < starts.size() ? starts.get(change.from()) : lines.size();
        starts.subList(Math.min(starts.size(), change.from()), starts.size()).clear();
        var blocks = change.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (i == change.settled()) {
                kept.settle();
            }
            starts.add(from + made.size());
            var block = i == blocks.size() - 1 ? shown(blocks.get(i)) : blocks.get(i);
            made.addAll(maker.make(block, change.from() + i == 0));
        }
        var part = lines.subList(from, lines.size());
        var edit = Edit.between(part, made).shifted(from);
        part.clear();
        lines.addAll(made);
        return edit.isNothing() ? Edit.NONE : edit;
    }

    /** A row of a table that is being written comes when it is whole. */
    private Block shown(Block last) {
        if (ended
                || endsLine
                || !(last instanceof Block.Table table)
                || table.rows().isEmpty()) {
            return last;
        }
        int end = table.source().lastIndexOf('\n');
        return new Block.Table(
                table.columns(),
                table.header(),
                table.rows().subList(0, table.rows().size() - 1),
                end < 0 ? table.source() : table.source().substring(0, end));
    }
}
