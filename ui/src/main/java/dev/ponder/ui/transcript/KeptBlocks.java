package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Block;
import dev.ponder.ui.transcript.AnswerBlock.CodeHead;
import dev.ponder.ui.transcript.AnswerBlock.Display;
import dev.ponder.ui.transcript.AnswerBlock.Rule;
import dev.ponder.ui.transcript.AnswerBlock.TableRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Blocks that were made of the same text before, so that their regions need not be made again while a text grows. */
final class KeptBlocks {

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_CELLS = 1000;

    /** About a screen of a table. */
    private static final int ROWS = 24;

    private static final int CELLS = 240;

    private Map<Object, Deque<List<AnswerBlock>>> old = Map.of();
    private Map<Object, Deque<List<AnswerBlock>>> now = new HashMap<>();

    private record CodeKey(Place place, String info) {}

    private record Key(Place place, Block block) {}

    /** What was made until now is what the next blocks are looked for in. */
    void turn() {
        old = now;
        now = new HashMap<>();
    }

    /** What was made since is settled, and will not be made again. */
    void settle() {
        now.clear();
    }

    CodeHead code(Place place, Block.Code code) {
        var key = new CodeKey(place, code.info());
        var head =
                (CodeHead) keep(key, () -> List.of(new CodeHead(place, code))).getFirst();
        head.take(code.text());
        return head;
    }

    AnswerBlock formula(Place place, Block.Formula formula) {
        return keep(new Key(place, formula), () -> List.of(new Display(place, formula)))
                .getFirst();
    }

    AnswerBlock rule(Place place) {
        return keep(new Key(place, new Block.Rule()), () -> List.of(new Rule(place)))
                .getFirst();
    }

    /** Whether a table is shown as its source, since all its cells would be laid out when anything near them is. */
    static boolean isTooLarge(Block.Table table) {
        int columns = table.header().size();
        return columns > MOST_COLUMNS || columns * (1 + table.rows().size()) > MOST_CELLS;
    }

    /** A table in parts. */
    List<AnswerBlock> table(Place place, Block.Table table) {
        return keep(new Key(place, table), () -> {
            int rows = Math.clamp(CELLS / table.header().size(), 1, ROWS);
            int size = table.rows().size();
            var first = new TableRows(place, table, Math.min(size, rows));
            var parts = new ArrayList<AnswerBlock>(List.of(first));
            for (int from = rows; from < size; from += rows) {
                parts.add(new TableRows(place.below(0), table, from, Math.min(size, from + rows), first));
            }
            return parts;
        });
    }

    private List<AnswerBlock> keep(Object key, Supplier<List<AnswerBlock>> make) {
        var known = old.get(key);
        var blocks = known == null || known.isEmpty() ? make.get() : known.remove();
        now.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(blocks);
        return blocks;
    }
}
