package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it writes loses nothing it said it had kept, and of a reply at most half a second. */
class KillTest {

    private static final int KILLS = "acceptance".equals(System.getProperty("ponder.counts")) ? 20 : 2;
    private static final long KEPT_AFTER_MILLIS = 500;

    @TempDir
    private Path folder;

    /** One line that the program said before it died. */
    private record Said(String what, long message, int number, long time) {
        static Said of(String line) {
            var words = line.split(" ");
            return new Said(words[0], Long.parseLong(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
        }
    }

    @Test
    void nothingIsLostHoweverOftenItIsKilled() throws Exception {
        var random = new Random(7);
        var all = new ArrayList<Said>();
        for (int kill = 0; kill < KILLS; kill++) {
            // one store for all: each start also recovers from the kill before
            var said = killAfter(random.nextInt(2_500));
            all.addAll(said);
            check(all, said);
        }
    }

    private List<Said> killAfter(int millis) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new ArrayList<Said>();
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
            said.add(Said.of(lines.readLine()));
            // the moment counts from its first word, when it has started
            var killer = Thread.ofVirtual().start(() -> {
                try {
                    process.waitFor(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                process.destroyForcibly();
            });
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.split(" ").length == 4) {
                    said.add(Said.of(line));
                }
            }
            killer.join();
        }
        assertNotEquals(0, process.waitFor(), "it was killed");
        return said;
    }

    private void check(List<Said> all, List<Said> last) throws Exception {
        try (var store = Store.open(new StoreFiles(folder))) {
            assertEquals(List.of("ok"), store.read(KillTest::integrity));
            var conversations = Conversations.open(store);
            var messages = new ArrayList<Message>();
            for (var summary : conversations.list()) {
                messages.addAll(conversations
                        .find(summary.id())
                        .orElseThrow()
                        .messages()
                        .all());
            }
            var tree = MessageTree.of(messages);
            assertEquals(
                    0,
                    messages.stream()
                            .filter(message -> message.state() == MessageState.STREAMING)
                            .count());
            for (var said : all) {
                checkKept(tree, said);
            }
            checkReply(tree, last);
        }
    }

    private static List<String> integrity(Connection connection) throws SQLException {
        return Sql.all(connection, "PRAGMA integrity_check", row -> row.getString(1));
    }

    private static void checkKept(MessageTree tree, Said said) {
        switch (said.what()) {
            case "sent" ->
                assertEquals(
                        "question " + said.number(),
                        tree.get(said.message()).text().content());
            case "finished" -> {
                assertEquals(MessageState.COMPLETE, tree.get(said.message()).state());
                assertEquals(said.number(), words(tree.get(said.message())));
            }
            case "begun" ->
                assertEquals(Role.ASSISTANT, tree.get(said.message()).role());
            default -> {}
        }
    }

    /** The reply that was cut off holds all that was there half a second before, in order and without a gap. */
    private static void checkReply(MessageTree tree, List<Said> said) {
        var end = said.getLast();
        if (!end.what().equals("streamed")) {
            return;
        }
        var reply = tree.get(end.message());
        int kept = words(reply);
        assertEquals(numbers(kept), reply.text().reasoning() + reply.text().content());
        assertEquals(MessageState.INTERRUPTED, reply.state());
        long promised = said.stream()
                .filter(word -> word.what().equals("streamed")
                        && word.message() == end.message()
                        && word.time() <= end.time() - KEPT_AFTER_MILLIS - starvation(said))
                .count();
        assertTrue(kept >= promised, kept + " words kept, " + promised + " promised");
    }

    /** The longest that the program itself was not run; on an idle machine a few milliseconds. */
    private static long starvation(List<Said> said) {
        long longest = 0;
        for (int i = 1; i < said.size(); i++) {
            longest = Math.max(longest, said.get(i).time() - said.get(i - 1).time());
        }
        return longest;
    }

    private static int words(Message message) {
        var text = message.text().reasoning() + message.text().content();
        return text.isEmpty() ? 0 : text.split(" ").length;
    }

    private static String numbers(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i).append(' ');
        }
        return text.toString();
    }
}
