package dev.ponder.ui.markdown;

import dev.ponder.ui.markdown.Block.Alignment;
import dev.ponder.ui.markdown.Block.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Makes blocks of the parser's nodes. */
final class BlockReader {

    private static final int FENCE = 3;

    private final String source;

    /** Of nodes that were read from a text. */
    BlockReader(String source) {
        this.source = source;
    }

    /** Adds what a node shows; a definition shows nothing. */
    void read(Node node, List<Block> into) {
        switch (node) {
            case Paragraph _ -> into.add(new Block.Paragraph(InlineReader.of(node)));
            case org.commonmark.node.Heading heading ->
                into.add(new Block.Heading(heading.getLevel(), InlineReader.of(node)));
            case FencedCodeBlock code -> into.add(fenced(code));
            case IndentedCodeBlock code -> into.add(new Block.Code("", withoutEnd(code.getLiteral()), "```"));
            case BlockQuote _ -> into.add(new Block.Quote(children(node)));
            case ListBlock list -> into.add(list(list));
            case TableBlock _ -> into.add(table(node));
            case ThematicBreak _ -> into.add(new Block.Rule());
            case HtmlBlock html -> into.add(new Block.Html(withoutEnd(html.getLiteral())));
            case Formula.Display formula ->
                into.add(
                        formula.closed
                                ? new Block.Formula(formula.latex, formula.source)
                                : new Block.Paragraph(RichText.plain(InlineReader.clean(formula.source))));
            case FootnoteDefinition note -> into.add(new Block.Note(note.getLabel(), children(node)));
            case LinkReferenceDefinition _ -> {}
            default -> into.addAll(children(node));
        }
    }

    private List<Block> children(Node parent) {
        var blocks = new ArrayList<Block>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof TaskListItemMarker)) {
                read(child, blocks);
            }
        }
        return blocks;
    }

    private static Block fenced(FencedCodeBlock code) {
        var length = code.getOpeningFenceLength();
        var fence = code.getFenceCharacter().repeat(length == null ? FENCE : length);
        return new Block.Code(InlineReader.clean(code.getInfo()), withoutEnd(code.getLiteral()), fence);
    }

    private static String withoutEnd(@Nullable String literal) {
        var text = literal == null ? "" : InlineReader.clean(literal);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private Block list(ListBlock list) {
        var items = new ArrayList<Block.Item>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var task = item.getFirstChild() instanceof TaskListItemMarker marker
                    ? (marker.isChecked() ? Task.DONE : Task.OPEN)
                    : Task.NONE;
            items.add(new Block.Item(task, children(item)));
        }
        return switch (list) {
            case OrderedList ordered -> {
                var first = ordered.getMarkerStartNumber();
                var delimiter = ordered.getMarkerDelimiter();
                yield new Block.Items(
                        delimiter == null ? "." : delimiter, first == null ? 1 : first, list.isTight(), items);
            }
            case BulletList bullets -> {
                var bullet = bullets.getMarker();
                yield new Block.Items(bullet == null ? "-" : bullet, 1, list.isTight(), items);
            }
            default -> throw new IllegalStateException("a list of another kind");
        };
    }

    private Block table(Node table) {
        var rows = new ArrayList<List<RichText>>();
        var columns = new ArrayList<Alignment>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, rows.isEmpty() ? columns : new ArrayList<>()));
                }
            }
        }
        var header = rows.removeFirst();
        return new Block.Table(columns, header, rows, sourceOf(table));
    }

    private static List<RichText> cells(Node row, List<Alignment> columns) {
        var cells = new ArrayList<RichText>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell one) {
                columns.add(
                        switch (one.getAlignment()) {
                            case CENTER -> Alignment.CENTER;
                            case RIGHT -> Alignment.RIGHT;
                            case LEFT -> Alignment.LEFT;
                            case null -> Alignment.LEFT;
                        });
                cells.add(InlineReader.of(cell));
            }
        }
        return List.copyOf(cells);
    }

    /** The lines of a block as they were written, without what stands before them in a quote or a list. */
    private String sourceOf(Node node) {
        return Stream.ofNullable(node.getSourceSpans())
                .flatMap(List::stream)
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .collect(Collectors.joining("\n"));
    }
}
