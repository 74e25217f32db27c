package dev.ponder.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingMarkdownTest {

    @Test
    void readsTheSameHoweverADocumentIsCut() {
        Documents.byHand().forEach((name, document) -> everyCut(name, document));
    }

    @Test
    void readsTheSameHoweverAnExampleOfTheSpecificationIsCut() {
        var examples = Documents.ofTheSpecification();
        assertEquals(652, examples.size());
        examples.forEach(example -> everyCut("" + example, example.getSource()));
    }

    @Test
    void readsTheSameLetterByLetter() {
        Documents.byHand().forEach((name, document) -> assertEquals(whole(document), byLetter(document), name));
        for (var example : Documents.ofTheSpecification()) {
            assertEquals(whole(example.getSource()), byLetter(example.getSource()), () -> "example " + example);
        }
    }

    @Test
    void readsTheSameWhereDocumentsFollowEachOther() {
        var all = String.join("\n\n", Documents.byHand().values());
        assertEquals(whole(all), inPieces(all, 37));
        assertEquals(whole(all), inPieces(all, 1_000));
    }

    @Test
    void neverReadsSettledBlocksAgain() {
        var growing = new GrowingMarkdown();
        for (int i = 0; i < 2_000; i++) {
            growing.add("A paragraph of *some* words.\n\n- a list\n- of items\n\n");
            growing.read();
            assertTrue(growing.unsettled() < 200, "characters to read again");
        }
    }

    @Test
    void appliesADefinitionToWhatCameBefore() {
        var growing = new GrowingMarkdown();
        var blocks = new ArrayList<Block>();
        for (var piece : List.of("See [x].\n\nA.\n\nB.\n\nC.\n\n", "[x]: https://exam", "ple.org\n\nD\n\nE\n\nF\n\n")) {
            take(growing, piece, blocks);
        }
        var first = (Block.Paragraph) blocks.getFirst();
        assertEquals("https://example.org", first.text().runs().getFirst().target());
    }

    private static void everyCut(String name, String document) {
        var expected = whole(document);
        for (int cut = 1; cut < document.length(); cut++) {
            var growing = new GrowingMarkdown();
            var blocks = new ArrayList<Block>();
            take(growing, document.substring(0, cut), blocks);
            take(growing, document.substring(cut), blocks);
            int at = cut;
            assertEquals(expected, blocks, () -> name + ", cut at " + at);
        }
    }

    private static List<Block> whole(String document) {
        return MarkdownParser.parse(document);
    }

    private static List<Block> byLetter(String document) {
        return inPieces(document, 1);
    }

    private static List<Block> inPieces(String document, int size) {
        var growing = new GrowingMarkdown();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < document.length(); i += size) {
            take(growing, document.substring(i, Math.min(document.length(), i + size)), blocks);
        }
        return blocks;
    }

    private static void take(GrowingMarkdown growing, String text, List<Block> blocks) {
        growing.add(text);
        var change = growing.read();
        blocks.subList(change.from(), blocks.size()).clear();
        blocks.addAll(change.blocks());
    }
}
