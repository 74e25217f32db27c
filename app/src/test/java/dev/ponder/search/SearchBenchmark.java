package dev.ponder.search;

import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How long searches take in a store of many messages. Arguments: an empty folder, or one that an earlier run filled, and
 * the number of messages. Prints figures.
 */
public final class SearchBenchmark {

    private static final int STEP = 2_000;
    private static final int IN_CONVERSATION = 20;
    private static final int WORDS = 60_000;
    private static final int CHARACTERS = 3_500;
    private static final int QUERIES = 200;
    private static final int MOST = 40;
    private static final double MILLION = 1_000_000;

    private final ZipfText text = new ZipfText(6, WORDS, CHARACTERS);
    private final Store store;
    private final PrintStream out = System.out;

    private SearchBenchmark(Store store) {
        this.store = store;
    }

    /** Fills the folder where it is empty, and searches. */
    public static void main(String[] arguments) throws Exception {
        var files = new StoreFiles(Path.of(arguments[0]));
        boolean filled = Files.exists(files.database());
        long begun = System.nanoTime();
        try (var store = Store.open(files)) {
            var benchmark = new SearchBenchmark(store);
            benchmark.out.printf("opened in %.0f ms%n", millis(begun));
            if (!filled) {
                benchmark.fill(Integer.parseInt(arguments[1]));
            }
            benchmark.search();
        }
        System.out.printf("database %.0f MB%n", Files.size(files.database()) / MILLION);
    }

    private void fill(int count) throws StoreException {
        long begun = System.nanoTime();
        long bytes = 0;
        for (int first = 1; first <= count; first += STEP) {
            int from = first;
            bytes += store.write(connection -> step(connection, from));
        }
        new IndexBacklog(store).workOff();
        out.printf(
                "%d messages of %.0f bytes on average written in %.0f s%n",
                count, bytes / (double) count, millis(begun) / 1_000);
    }

    private long step(Connection connection, int first) throws SQLException {
        long bytes = 0;
        for (int id = first; id < first + STEP; id++) {
            if (id % IN_CONVERSATION == 1) {
                conversation(connection, id / IN_CONVERSATION + 1, id);
            }
            bytes += message(connection, id);
        }
        return bytes;
    }

    private void conversation(Connection connection, int id, int time) throws SQLException {
        var title = text.sentences(4).strip();
        Sql.update(connection, """
                INSERT INTO conversations (id, public_id, title, titled_by, created, updated, thinking, system_prompt,
                                           overflow)
                VALUES (?, hex(randomblob(18)), ?, 'MODEL', ?, ?, 'ON', '', 'STOP_AND_ASK')
                """, id, title, time, time);
        SearchIndex.putTitle(connection, id, title);
    }

    private int message(Connection connection, int id) throws SQLException {
        boolean asks = id % 2 == 1;
        boolean chinese = text.oneIn(12);
        int length = text.length(asks ? 12 : 50);
        var said = chinese ? text.chinese(length * 2) : text.sentences(length);
        var thought = !asks && text.oneIn(5) ? text.sentences(text.length(50)) : "";
        Sql.update(
                connection,
                """
                INSERT INTO messages (id, public_id, conversation, parent, role, content, reasoning, state, created)
                VALUES (?, hex(randomblob(18)), ?, ?, ?, ?, ?, 'COMPLETE', ?)
                """,
                id,
                (id - 1) / IN_CONVERSATION + 1,
                id % IN_CONVERSATION == 1 ? null : id - 1,
                asks ? "USER" : "ASSISTANT",
                said,
                thought,
                id);
        SearchIndex.putMessage(connection, id, said, thought);
        return said.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                + thought.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private void search() throws StoreException {
        measure("rare word", false, _ -> text.word(WORDS - 1 - text.below(WORDS / 2)) + " ");
        measure("common word", false, _ -> text.word(text.below(50)) + " ");
        measure("prefix of 1 to 5 letters", false, i -> prefix(1 + i % 5));
        measure("two Chinese characters", false, _ -> han(100) + han(300));
        measure("two rare Chinese characters", false, _ -> han(CHARACTERS) + han(CHARACTERS));
        measure("four Chinese characters", false, _ -> han(30) + han(30) + han(30) + han(30));
        measure("two common words", false, _ -> text.word(text.below(100)) + " " + text.word(text.below(100)) + " ");
        measure(
                "common and rare word",
                false,
                _ -> text.word(text.below(50)) + " " + text.word(WORDS / 2 + text.below(WORDS / 2)));
        measure(
                "words in quotation marks",
                false,
                _ -> "\"" + text.word(text.below(50)) + " " + text.word(text.below(50)) + "\"");
        measure("common word, thoughts too", true, _ -> text.word(text.below(50)) + " ");
    }

    private String prefix(int length) {
        var word = text.word(text.below(WORDS));
        return word.substring(0, Math.min(length, word.length()));
    }

    private String han(int ranks) {
        return text.han(text.below(ranks));
    }

    private void measure(String what, boolean thoughts, IntFunction<String> queries) throws StoreException {
        var search = new Search(store);
        double[] times = new double[QUERIES];
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            var query = queries.apply(i);
            long begun = System.nanoTime();
            found += search.find(SearchQuery.of(query), thoughts, MOST)
                    .messages()
                    .size();
            times[i] = millis(begun);
        }
        Arrays.sort(times);
        out.printf(
                "%-28s p50 %6.2f ms  p95 %6.2f ms  most %6.2f ms  %.1f found%n",
                what, times[QUERIES / 2], times[QUERIES * 95 / 100], times[QUERIES - 1], found / (double) QUERIES);
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / MILLION;
    }
}
