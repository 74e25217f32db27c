package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.markdown.Documents;
import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.transcript.AnswerBlock.CodeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jfx.incubator.scene.control.richtext.TextPos;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

class MarkdownBuilderTest {

    @Test
    void showsTheSameLinesHoweverADocumentArrives() {
        Documents.byHand().forEach((name, document) -> {
            var builder = new MarkdownBuilder();
            var copy = new ArrayList<Line>();
            for (char letter : document.toCharArray()) {
                apply(copy, builder.add(String.valueOf(letter)));
                assertEquals(describe(builder.lines()), describe(copy), name);
            }
            apply(copy, builder.end());
            assertEquals(describe(whole(document)), describe(copy), name);
        });
    }

    @Test
    void saysWhatTheLibrarysOwnTextRendererSays() {
        var parser = Parser.builder()
                .extensions(
                        List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create()))
                .build();
        var renderer = TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
                .nodeRendererFactory(Bare::new)
                .build();
        var examples = Documents.ofTheSpecification();
        assertEquals(652, examples.size());
        for (var example : examples) {
            var said = renderer.render(parser.parse(example.getSource()));
            assertEquals(letters(said), letters(read(whole(example.getSource()))), example::toString);
        }
    }

    /** Leaves out what the renderer adds to links, pictures and quotes. */
    private record Bare(TextContentNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class, BlockQuote.class, ThematicBreak.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Image image && image.getFirstChild() == null) {
                context.getWriter().write(image.getDestination());
            }
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (node instanceof BlockQuote || node instanceof ThematicBreak) {
                context.getWriter().block();
            }
        }
    }

    /** The text on the screen. */
    private static String read(List<Line> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (line instanceof TextLine written) {
                text.append(written.copy(0, written.text().length()));
            } else if (line instanceof AnswerBlock.TableRows rows) {
                rows.table.header().forEach(cell -> text.append(cell.text()));
                rows.table.rows().forEach(row -> row.forEach(cell -> text.append(cell.text())));
            } else if (line instanceof AnswerBlock.Display display) {
                text.append(display.text());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Letters and digits but those of list numbers, which are not part of a line. */
    private static String letters(String text) {
        return text.replaceAll("(?m)^([ ]*([-*+]|\\d{1,9}[.)])( |$))+", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void aCopyAsMarkdownReadsTheSame() {
        Documents.byHand().forEach((name, document) -> {
            var copied = copy(document, true);
            assertEquals(letters(read(whole(document))), letters(read(whole(copied))), () -> name + ":\n" + copied);
            assertEquals(copied, copy(copied, true), name);
        });
    }

    @Test
    void copiesTablesAndFormulasAsTheirSource() {
        var source = "Let $a^2$ be\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\n\\[ x \\]";
        assertEquals(source, copy(source, false));
    }

    @Test
    void keepsTheFencesOfCode() {
        var source = "One\n\n```java\nint a;\n\nint b;\n```\n\nTwo";
        assertEquals(source, copy(source, false));
    }

    @Test
    void hidesWhatMayBecomeAnything() {
        var builder = new MarkdownBuilder();
        builder.add("Look:\n-");
        assertEquals(List.of("Look:"), texts(builder.lines()));
        builder.add(" a");
        assertEquals(List.of("Look:", "a"), texts(builder.lines()));
        builder.add("\n\n``");
        assertEquals(List.of("Look:", "a"), texts(builder.lines()));
        builder.end();
        assertEquals(List.of("Look:", "a", "``"), texts(builder.lines()));
    }

    @Test
    void keepsTheHeaderOfCodeThatGrows() {
        var builder = new MarkdownBuilder();
        builder.add("Here:\n\n```sh\nls\n\ncd x");
        var head = assertInstanceOf(CodeHead.class, builder.lines().get(1));
        assertEquals("ls\n\ncd x", head.code());
        builder.add("\n");
        var edit = builder.add("pwd now");
        assertSame(head, builder.lines().get(1));
        assertEquals("ls\n\ncd x\npwd now", head.code());
        assertTrue(edit.from() > 1, edit::toString);
    }

    @Test
    void changesOnlyTheEnd() {
        var builder = new MarkdownBuilder();
        for (int i = 0; i < 300; i++) {
            builder.add("A paragraph with **words** and `code`.\n\n- one\n- two\n\n```java\nint a = 1;\n```\n\n");
            int size = builder.lines().size();
            var edit = builder.add("A word and");
            assertTrue(edit.from() >= size - 1 && edit.removed() <= 1, edit::toString);
            builder.add(" more.\n\n");
        }
    }

    @Test
    void showsARowOfATableWhenItIsWhole() {
        var builder = new MarkdownBuilder();
        builder.add("| a | b |\n|---|---|\n| 1 | 2 |\n| half");
        var rows = assertInstanceOf(AnswerBlock.TableRows.class, builder.lines().getFirst());
        assertEquals(1, rows.table.rows().size());
        builder.end();
        rows = assertInstanceOf(AnswerBlock.TableRows.class, builder.lines().getFirst());
        assertEquals(2, rows.table.rows().size());
    }

    @Test
    void leadsOnlyToTheWebAndToMail() {
        var targets = new ArrayList<String>();
        for (var line : whole(Documents.byHand().get("harmful links"))) {
            ((TextLine) line)
                    .spans().stream().filter(run -> run.is(Mark.LINK)).forEach(run -> targets.add(run.target()));
        }
        assertEquals(List.of("https://example.org/ok"), targets);
    }

    @Test
    void takesPricesForPrices() {
        for (var line : whole(Documents.byHand().get("prices"))) {
            assertEquals(List.of(), ((TextLine) line).spans());
        }
    }

    private static List<Line> whole(String text) {
        var builder = new MarkdownBuilder();
        builder.add(text);
        builder.end();
        return builder.lines();
    }

    private static String copy(String source, boolean markdown) {
        var document = new TranscriptDocument();
        document.replaceAll(List.of(new MessageEntry(TranscriptMessage.assistant("a1", Thought.NONE, source), 0)));
        var end = TextPos.ofLeading(document.size() - 1, 0);
        return markdown
                ? Selections.markdown(document, TextPos.ZERO, end)
                : Selections.text(document, TextPos.ZERO, end);
    }

    private static void apply(List<Line> lines, Edit edit) {
        lines.subList(edit.from(), edit.from() + edit.removed()).clear();
        lines.addAll(edit.from(), edit.added());
    }

    private static List<String> describe(List<Line> lines) {
        return lines.stream()
                .map(line -> line instanceof TextLine text ? text.toString() : line.text())
                .toList();
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }
}
