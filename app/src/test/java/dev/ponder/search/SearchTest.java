package dev.ponder.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.store.OlderStores;
import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

    private static final int MOST = 20;

    @TempDir
    private Path folder;

    private Store store;
    private Conversations conversations;
    private Search search;
    private long conversation;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store);
        search = new Search(store);
        conversation = conversations
                .create(ConversationSettings.of(ThinkingChoice.OFF, "demo"))
                .id();
    }

    @AfterEach
    void close() throws Exception {
        conversations.close();
        store.close();
    }

    @Test
    void findsWholeWordsAndBeginningsOfTheLast() throws Exception {
        long night = say("The lighthouse keeper counted ships all night.");
        long light = say("A light in the window");
        assertEquals(List.of(light, night), found("light"));
        assertEquals(List.of(light), found("light window"));
        assertEquals(List.of(night), found("ships coun"));
        assertEquals(List.of(), found("house"));
        assertEquals(List.of(night), found("lighth* night"));
    }

    @Test
    void findsWhateverTheCaseTheAccentsAndTheWidth() throws Exception {
        long coffee = say("Un Café à Zürich, ＡＢＣ");
        assertEquals(List.of(coffee), found("cafe zurich"));
        assertEquals(List.of(coffee), found("CAFE\u0301"));
        assertEquals(List.of(coffee), found("abc"));
    }

    @Test
    void findsEveryPartOfAChineseJapaneseOrKoreanRun() throws Exception {
        long beijing = say("我住在北京市朝阳区，天气很好。");
        long tokyo = say("東京タワーに登りました");
        long seoul = say("서울특별시에 살아요");
        for (var part : List.of("北京", "京市", "北京市", "在北京市朝", "好", "天气很好", "市")) {
            assertEquals(List.of(beijing), found(part), part);
        }
        assertEquals(List.of(tokyo), found("タワー"));
        assertEquals(List.of(tokyo), found("京タ"));
        assertEquals(List.of(seoul), found("별시"));
        // the pairs are there, but not in a row
        assertEquals(List.of(), found("北京朝"));
        assertEquals(List.of(), found("市北京"));
    }

    @Test
    void takesWordsInQuotationMarksInTheirOrder() throws Exception {
        long first = say("to be or not to be");
        say("not now; be to the point, or not");
        assertEquals(List.of(first), found("\"not to be\""));
        assertEquals(List.of(first), found("“or not to”"));
        long code = say("call dev.ponder.Main with foo_bar");
        assertEquals(List.of(code), found("foo_bar"));
        assertEquals(List.of(code), found("ponder.main"));
        assertEquals(List.of(), found("main.ponder"));
    }

    @Test
    void marksWhatWasFound() throws Exception {
        say("x".repeat(5) + " and much else before that, ".repeat(10) + "the Kyoto temples\nin autumn, "
                + "z ".repeat(300));
        var snippet = search.find(SearchQuery.of("kyoto autumn"), false, MOST)
                .messages()
                .getFirst()
                .snippet();
        var marked = snippet.marks().stream()
                .map(mark -> snippet.text().substring(mark.start(), mark.end()))
                .toList();
        assertEquals(List.of("Kyoto", "autumn"), marked);
        assertTrue(snippet.text().contains("temples in autumn"), snippet.text());
        assertTrue(snippet.text().startsWith("…") && snippet.text().endsWith("…"), snippet.text());
        assertTrue(snippet.text().length() < 200);
    }

    @Test
    void looksAtThoughtsOnlyWhenAsked() throws Exception {
        long question = say("Why?");
        var reply = conversations.reply(question, ReplyBeginning.of("demo", ReplyMode.of(true)), _ -> {});
        reply.append(ReplyPart.REASONING, "A marmalade thought.");
        reply.append(ReplyPart.ANSWER, "A plain answer.");
        long id = reply.finish(ReplyOutcome.interrupted()).get().id();
        assertEquals(List.of(), found("marmalade"));
        var hit =
                search.find(SearchQuery.of("marmalade"), true, MOST).messages().getFirst();
        assertEquals(id, hit.message());
        assertTrue(hit.inThought());
        assertEquals(List.of(id), found("plain"));
    }

    @Test
    void findsWhatACrashCutOff() throws Exception {
        long question = say("Why?");
        var reply = conversations.reply(question, ReplyBeginning.of("demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, "Because of the tangerine");
        // the journal writes on its own thread; this write waits behind it
        store.write(connection -> Sql.update(
                connection,
                "INSERT OR REPLACE INTO reply_chunks VALUES (?, 0, 'ANSWER', 'tangerine')",
                reply.message().id()));
        assertEquals(List.of(), found("tangerine"));
        try (var _ = Conversations.open(store)) {
            assertEquals(List.of(reply.message().id()), found("tangerine"));
        }
    }

    @Test
    void findsTitlesAsTheyAreNow() throws Exception {
        say("Hello");
        conversations.suggestTitle(conversation, "Trip to Kyoto");
        assertEquals(List.of(conversation), titles("kyo"));
        conversations.rename(conversation, "旅行计划");
        assertEquals(List.of(), titles("kyoto"));
        assertEquals(List.of(conversation), titles("计划"));
        conversations.rename(conversation, "");
        assertEquals(List.of(), titles("计划"));
    }

    @Test
    void forgetsWhatIsInTheTrashOrGone() throws Exception {
        long message = say("An unmistakable word");
        conversations.rename(conversation, "Unmistakable");
        conversations.delete(conversation);
        assertEquals(List.of(), found("unmistakable"));
        assertEquals(List.of(), titles("unmistakable"));
        conversations.undelete(conversation);
        assertEquals(List.of(message), found("unmistakable"));
        conversations.delete(conversation);
        conversations.purgeTrash(Instant.now().plusSeconds(60));
        assertEquals(0, rows("said_index") + rows("thought_index"));
        assertEquals(0, rows("title_index"));
    }

    @Test
    void strangeQueriesFindNothingAndBreakNothing() throws Exception {
        long party = say("It was a party 🎉🎉 with NEAR AND OR NOT c++ -- ' quotes");
        for (var strange : List.of(
                "", " ", "\"", "\"\"", "'", "*", "**", "(", ")", ":", "^", "-", "+", "{", "}", "\\", "\0", ";--",
                "\u200D", "\uD800", "\uDC00", "%", "_", "\"*", "*\"", "\u0301", "said:", "{said", "....", "\n\t")) {
            assertEquals(List.of(), found(strange), "query " + strange);
        }
        for (var fine : List.of(
                "🎉",
                "NEAR",
                "AND OR NOT",
                "party AND",
                "\"party",
                "party\"",
                "NOT",
                "c++",
                "(party)",
                "party*",
                "-party",
                "party OR",
                "' quotes",
                "said: was".substring(6),
                "^it",
                "🎉 party")) {
            assertEquals(List.of(party), found(fine), "query " + fine);
        }
        assertEquals(List.of(), found("said:party"));
        assertEquals(List.of(party), found("party ".repeat(5_000) + "nobody".repeat(1_000)));
        assertEquals(List.of(), found("x".repeat(100_000)));
    }

    @Test
    void everyCharacterCanBeLookedFor() throws Exception {
        say("plain");
        for (int character = 0; character < 0x30000; character += 7) {
            found("a" + Character.toString(character) + Character.toString(character));
        }
    }

    @Test
    void newestComeFirstAndNoMoreThanWanted() throws Exception {
        for (int i = 0; i < 50; i++) {
            say("common word " + i);
        }
        var results = search.find(SearchQuery.of("common"), false, MOST);
        assertEquals(MOST, results.messages().size());
        assertTrue(results.more());
        assertEquals("common word 49", results.messages().getFirst().snippet().text());
        assertFalse(search.find(SearchQuery.of("49"), false, MOST).more());
    }

    @Test
    void whatAnEarlierVersionKeptIsIndexedInIdleTime() throws Exception {
        var files = new StoreFiles(folder.resolve("old"));
        try (var old = OlderStores.open(files, 2)) {
            old.write(connection -> {
                Sql.update(connection, """
                        INSERT INTO conversations (id, public_id, title, titled_by, created, updated, thinking, system_prompt,
                                                   overflow)
                        VALUES (1, 'c', 'An old talk', 'MODEL', 1, 2, 'ON', '', 'STOP_AND_ASK')
                        """);
                return Sql.update(connection, """
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
                        INSERT INTO messages (id, public_id, conversation, role, content, state, created)
                        SELECT i, 'm' || i, 1, 'USER', 'ancient ' || i, 'COMPLETE', i FROM n
                        """);
            });
        }
        try (var opened = Store.open(files)) {
            var query = SearchQuery.of("ancient 777");
            var before = new Search(opened).find(query, false, MOST);
            assertTrue(before.partial() && before.messages().isEmpty());
            new IndexBacklog(opened).workOff();
            var after = new Search(opened).find(query, false, MOST);
            assertFalse(after.partial());
            assertEquals(777, after.messages().getFirst().message());
            assertEquals(
                    1,
                    new Search(opened)
                            .find(SearchQuery.of("old"), false, MOST)
                            .titles()
                            .size());
        }
    }

    private long say(String text) throws Exception {
        return conversations.say(conversation, text).id();
    }

    private List<Long> found(String query) throws Exception {
        return search.find(SearchQuery.of(query), false, MOST).messages().stream()
                .map(MessageHit::message)
                .toList();
    }

    private List<Long> titles(String query) throws Exception {
        return search.find(SearchQuery.of(query), false, MOST).titles().stream()
                .map(TitleHit::conversation)
                .toList();
    }

    private int rows(String index) throws Exception {
        return store.read(connection -> Sql.one(connection, "SELECT count(*) FROM " + index, row -> row.getInt(1))
                .orElseThrow());
    }
}
