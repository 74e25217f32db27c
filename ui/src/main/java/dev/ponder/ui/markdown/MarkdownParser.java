package dev.ponder.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a whole text. Thread-safe. */
public final class MarkdownParser {

    /** Deeper quotes and lists are text; nobody writes them, and nobody could read them. */
    private static final int DEEPEST = 24;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create(),
                    FootnotesExtension.create()))
            .customBlockParserFactory(new FormulaBlocks())
            .customInlineContentParserFactory(new FormulaInlines())
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(2 * DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private MarkdownParser() {}

    /** The blocks of a text. */
    public static List<Block> parse(String source) {
        var reader = new BlockReader(source);
        var blocks = new ArrayList<Block>();
        for (var node = tree(source).getFirstChild(); node != null; node = node.getNext()) {
            reader.read(node, blocks);
        }
        return List.copyOf(blocks);
    }

    /** The parser's own tree. */
    static Node tree(String source) {
        return PARSER.parse(source);
    }
}
