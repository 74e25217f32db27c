package dev.ponder.ui.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Reads a text that arrives in pieces. Blocks that nothing can change any more are settled and never read again; only what
 * follows them is. When a definition comes after what refers to it, everything is read again, once it is known. However the
 * text is cut, the blocks at the end are those of {@link MarkdownParser#parse}. Not thread-safe.
 */
public final class GrowingMarkdown {

    /** An end longer than this is read again only when a part of it has been added. */
    private static final int LONG = 50_000;

    private static final int PART = 50;

    /**
     * What became of the blocks.
     *
     * @param from index of the first that may be different now
     * @param blocks all from there to the end
     * @param settled how many of those will never change unless a definition turns up
     */
    public record Change(int from, List<Block> blocks, int settled) {}

    private final StringBuilder source = new StringBuilder();
    private final Definitions known = new Definitions();
    private final Set<String> references = new HashSet<>();
    private int settledChars;
    private int settledBlocks;
    private int readChars;

    /** Nothing was read yet. */
    public GrowingMarkdown() {}

    /** Adds a text. */
    public void add(String text) {
        source.append(text);
    }

    /** Whether {@link #read} is worth its work: always, unless the end is very long and little was added. */
    public boolean isDue() {
        int tail = source.length() - settledChars;
        return tail < LONG || source.length() - readChars >= tail / PART;
    }

    /** How many characters {@link #read} will look at. */
    int unsettled() {
        return source.length() - settledChars;
    }

    /** Reads what is not settled. */
    public Change read() {
        readChars = source.length();
        int from = settledBlocks;
        var tail = new Tail();
        if (settledChars > 0 && Definitions.haveCommon(tail.newLabels(), references)) {
            known.clear();
            references.clear();
            settledChars = 0;
            settledBlocks = 0;
            from = 0;
            tail = new Tail();
        }
        var blocks = tail.blocks();
        return new Change(from, blocks, tail.settle());
    }

    /** What is not settled, as it is read now. */
    private final class Tail {
        final int prefix;
        final String text;
        final List<Node> nodes = new ArrayList<>();
        final Definitions defined = new Definitions();

        Tail() {
            var before = known.text();
            prefix = before.length();
            text = before + source.substring(settledChars);
            for (var node = MarkdownParser.tree(text).getFirstChild(); node != null; node = node.getNext()) {
                if (start(node) < 0 || start(node) >= prefix) {
                    nodes.add(node);
                    defined.addAll(node);
                }
            }
        }

        Set<String> newLabels() {
            var labels = new HashSet<>(defined.labels());
            labels.removeAll(known.labels());
            return labels;
        }

        List<Block> blocks() {
            var reader = new BlockReader(text);
            var blocks = new ArrayList<Block>();
            nodes.forEach(node -> reader.read(node, blocks));
            return blocks;
        }

        /** Settles what can be, and says how many blocks that are. */
        int settle() {
            int cut = cut();
            if (cut == 0) {
                return 0;
            }
            var before = new ArrayList<Block>();
            var reader = new BlockReader(text);
            var definitions = new Definitions();
            for (var node : nodes.subList(0, cut)) {
                reader.read(node, before);
                definitions.addAll(node);
            }
            int end = start(nodes.get(cut)) - prefix;
            var unsure = new HashSet<>(newLabels());
            unsure.removeAll(definitions.labels());
            var mentioned = new HashSet<String>();
            Definitions.references(source.substring(settledChars, settledChars + end), mentioned);
            if (Definitions.haveCommon(unsure, mentioned)) {
                // what it refers to may yet become something else
                return 0;
            }
            references.addAll(mentioned);
            nodes.subList(0, cut).forEach(known::addAll);
            settledChars += end;
            settledBlocks += before.size();
            return before.size();
        }

        /**
         * The first node that has to be read again. CommonMark reads a document line by line, and a block that follows
         * another closes it. But a table's second line decides about its first, and an address may go on.
         */
        private int cut() {
            int lastLine = text.lastIndexOf('\n');
            int secondLast = lastLine < 0 ? -1 : text.lastIndexOf('\n', lastLine - 1);
            for (int i = nodes.size() - 1; i > 0; i--) {
                int start = start(nodes.get(i));
                if (start >= 0 && start <= secondLast && !joins(nodes.get(i - 1), nodes.get(i))) {
                    return i;
                }
            }
            return 0;
        }

        /** Whether two nodes may come of one paragraph. */
        private static boolean joins(Node node, Node next) {
            return node instanceof LinkReferenceDefinition
                    && (node.getSourceSpans().isEmpty()
                            || lastSpan(node).getLineIndex() + 1
                                    >= next.getSourceSpans().getFirst().getLineIndex());
        }

        private static SourceSpan lastSpan(Node node) {
            return node.getSourceSpans().getLast();
        }

        /** Where the first line of a node begins; negative for what is left of a definition that is not complete. */
        private static int start(Node node) {
            var spans = node.getSourceSpans();
            return spans.isEmpty()
                    ? -1
                    : spans.getFirst().getInputIndex() - spans.getFirst().getColumnIndex();
        }
    }
}
