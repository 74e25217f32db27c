package dev.ponder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or that somebody made to do harm. */
class HostileFilesTest {

    private static final String SECRET = "a-private-word";
    private static final String HEAD = "{\"format\": \"ponder-conversations\", \"version\": 1, \"conversations\": [";
    private static final String FACTS =
            "\"facts\": {\"title\": \"a-private-word\", \"titled_by\": \"USER\", \"created\": 1,"
                    + " \"updated\": 1, \"thinking\": \"ON\", \"system_prompt\": \"\", \"overflow\": \"STOP_AND_ASK\"}";
    private static final String SAID =
            "\"facts\": {\"role\": \"USER\", \"content\": \"a-private-word\", \"state\": \"COMPLETE\", \"created\": 1}";

    @TempDir
    private Path folder;

    @Test
    void nothingOfThemIsTakenInAndTheReportSaysWhy() throws Exception {
        var files = all();
        assertTrue(files.size() >= 50, files.size() + " files");
        try (var store = Store.open(new StoreFiles(folder.resolve("store")));
                var conversations = Conversations.open(store)) {
            conversations.create(ConversationSettings.of(ThinkingChoice.OFF, "demo"));
            for (int i = 0; i < files.size(); i++) {
                var file = folder.resolve(i + ".json");
                Files.write(file, files.get(i));
                var told = told(conversations, file);
                assertFalse(told.isBlank(), "file " + i + " is taken for good");
                assertFalse(told.contains(SECRET), told);
                for (var table : List.of("messages", "comparisons", "folders", "said_index", "title_index")) {
                    assertEquals(0, count(store, table), "file " + i + " left something in " + table);
                }
                assertEquals(1, count(store, "conversations"), "file " + i);
            }
        }
    }

    private static String told(Conversations conversations, Path file) throws Exception {
        try {
            var report = new Importer(conversations).read(file);
            assertEquals(0, report.conversations(), "taken in from " + file);
            return String.join("\n", report.problems());
        } catch (ImportException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<byte[]> all() {
        var texts = new ArrayList<String>(List.of(
                "",
                " ",
                "null",
                "true",
                "42",
                "\"text\"",
                "{}",
                "[]x",
                "[1, 2]",
                "[[]]",
                "[{}]",
                "{\"conversations\": []}x",
                "{\"format\": \"other\", \"version\": 1, \"conversations\": []}",
                "{\"format\": \"ponder-conversations\", \"version\": 99, \"conversations\": []}",
                "{\"format\": \"ponder-conversations\", \"version\": -1, \"conversations\": []}",
                "{\"format\": \"ponder-conversations\", \"version\": 1, \"conversations\": {}}",
                "{\"conversations\": [], \"format\": \"ponder-conversations\", \"version\": 1}",
                "[{\"mapping\": {}}]",
                "[{\"mapping\": {\"a\": null}}]",
                "[{\"mapping\": {\"a\": {\"parent\": \"b\"}, \"b\": {\"parent\": \"a\"}}}]",
                "[{\"mapping\": {\"a\": {\"parent\": \"a\", \"message\": {\"author\": {\"role\": \"user\"}, \"content\":"
                        + " {\"content_type\": \"text\", \"parts\": [\"x\"]}}}}}]",
                "[{\"chat\": {\"history\": {\"messages\": {}}}}]",
                "[{\"chat\": {\"history\": {\"messages\": {\"1\": 5}}}}]",
                "[{\"chat\": {\"history\": {\"messages\": []}}}]",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                HEAD + "[".repeat(5_000) + "]".repeat(5_000) + "]}",
                HEAD + "{" + FACTS + ", \"messages\": [{" + SAID + "}], \"leaf\": " + "9".repeat(2_000) + "}]}",
                "PK\u0003\u0004",
                "<html></html>",
                HEAD + "1]}",
                HEAD + "{}]}",
                HEAD + "{" + FACTS + "}]}",
                HEAD + "{\"messages\": []}]}",
                own("{\"parent\": 0, " + SAID + "}", "0"),
                own("{\"parent\": 7, " + SAID + "}", "0"),
                own("{\"parent\": -7, " + SAID + "}", "0"),
                own("{\"parent\": \"x\", " + SAID + "}", "0"),
                own("{" + SAID + "}", "1"),
                own("{" + SAID + "}", "-1"),
                own("{" + SAID.replace("USER", "SYSTEM") + "}", "0"),
                own("{" + SAID.replace("COMPLETE", "BROKEN") + "}", "0"),
                own("{" + SAID.replace("\"created\": 1", "\"created\": \"x\"") + "}", "0"),
                own("{" + SAID.replace("\"created\": 1", "\"created\": 1.5") + "}", "0"),
                own("{\"facts\": {}}", "0"),
                own("{\"facts\": 5}", "0"),
                own("{" + SAID.replace("\"created\": 1", "\"created\": 1, \"tool_calls\": \"{{\"") + "}", "0"),
                own(
                        "{"
                                + SAID.replace(
                                        "\"created\": 1",
                                        "\"created\": 1, \"model\": \"m\", \"budget_granted\": 99999999999")
                                + "}",
                        "0"),
                own("{" + SAID + "}", "0").replace("STOP_AND_ASK", "DROP TABLE messages"),
                own("{" + SAID + "}", "0").replace("\"ON\"", "\"'; --\""),
                own("{" + SAID + "}", "0").replace("\"leaf\"", "\"comparisons\": [{\"question\": 9}], \"leaf\""),
                own("{" + SAID + "}", "0") + own("{" + SAID + "}", "0"),
                own("{" + SAID + "}", "0").replace("\"leaf\"", "\"messages\": [], \"leaf\"")));
        var files = new ArrayList<byte[]>();
        texts.forEach(text -> files.add(text.getBytes(StandardCharsets.UTF_8)));
        var good = own("{" + SAID + "}", "0");
        for (int end = 1; end < good.length(); end += good.length() / 12) {
            files.add(good.substring(0, end).getBytes(StandardCharsets.UTF_8));
        }
        files.add(new byte[10_000]);
        files.add((HEAD + "\u0000]}").getBytes(StandardCharsets.UTF_8));
        files.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x5B, 0x00});
        files.add(own("{" + SAID.replace(SECRET, "x".repeat(10_000_001)) + "}", "0")
                .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String own(String message, String leaf) {
        return HEAD + "{\"folder\": \"F\", " + FACTS + ", \"leaf\": " + leaf + ", \"messages\": [" + message + "]}]}";
    }

    private static int count(Store store, String table) throws Exception {
        return store.read(connection -> Sql.one(connection, "SELECT count(*) FROM " + table, row -> row.getInt(1))
                .orElseThrow());
    }
}
