package dev.ponder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.attachments.Attachment;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.Role;
import dev.ponder.chat.Said;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.ToolCall;
import dev.ponder.search.Search;
import dev.ponder.search.SearchQuery;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import dev.ponder.thinking.Budget;
import dev.ponder.tools.ToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {

    private static final String EVIL = "</div><script>alert(1)</script> & \"quotes\"";

    @TempDir
    private Path folder;

    private Store store;
    private Store other;
    private Conversations conversations;
    private Conversations there;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(new StoreFiles(folder.resolve("here")));
        other = Store.open(new StoreFiles(folder.resolve("there")));
        conversations = Conversations.open(store);
        there = Conversations.open(other);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        other.close();
    }

    @Test
    void whatIsWrittenAsJsonIsReadAsAnEqualTree() throws Exception {
        long id = tree();
        var file = export(id, ExportFormat.JSON, true);
        var report = new Importer(there).read(file);
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.conversations());
        long copy = there.list().getFirst().id();
        assertEquals(conversations.archive(id), there.archive(copy));
        var read = there.find(copy).orElseThrow();
        assertEquals(
                conversations.find(id).orElseThrow().branch().stream()
                        .map(Message::text)
                        .toList(),
                read.branch().stream().map(Message::text).toList());
        assertEquals("Trips", there.folders().getFirst().name());
        assertEquals(
                1,
                new Search(other)
                        .find(SearchQuery.of("lighthouse"), false, 9)
                        .messages()
                        .size());
        var again = new Importer(there).read(file);
        assertEquals(0, again.conversations());
        assertEquals(1, again.alreadyHere());
    }

    @Test
    void thoughtsStayAtHomeUnlessTheyAreWanted() throws Exception {
        long id = tree();
        for (var format : ExportFormat.values()) {
            assertTrue(Files.readString(export(id, format, true)).contains("A secret thought"), format.name());
            assertFalse(Files.readString(export(id, format, false)).contains("A secret thought"), format.name());
        }
    }

    @Test
    void filesGoAlong() throws Exception {
        long id = tree();
        new Importer(there).read(export(id, ExportFormat.JSON, true));
        var read =
                there.find(there.list().getFirst().id()).orElseThrow().branch().getFirst();
        var files = read.enclosed().attachments();
        assertEquals(
                List.of("coast.txt", "map\nof <b>.pdf"),
                files.stream().map(Attachment::name).toList());
        assertEquals("lighthouse: 4\n", files.getFirst().text());
        assertEquals(90_000, files.getLast().bytes());
        assertTrue(Files.readString(export(id, ExportFormat.MARKDOWN, true)).contains("*Attached: coast.txt*"));
        assertTrue(Files.readString(export(id, ExportFormat.HTML, true)).contains("Attached: map of &lt;b&gt;.pdf"));
    }

    @Test
    void saysWhichFilesOfAMessageCannotBeRead() throws Exception {
        var file = export(tree(), ExportFormat.JSON, true);
        Files.writeString(file, Files.readString(file).replace("\"kind\" : \"PDF\"", "\"kind\" : \"EXE\""));
        var report = new Importer(there).read(file);
        assertEquals(1, report.conversations());
        assertTrue(
                report.problems().getFirst().contains("2 attachments that cannot be read"),
                report.problems().toString());
    }

    @Test
    void aPageShowsMarkupAsText() throws Exception {
        long id = tree();
        var page = Files.readString(export(id, ExportFormat.HTML, true));
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;"), page);
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(Files.readString(export(id, ExportFormat.MARKDOWN, true)).contains("# Night and day"));
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws Exception {
        var target = folder.resolve("missing/folder.json");
        long id = tree();
        assertThrows(
                java.io.IOException.class,
                () -> new Exporter(conversations).write(List.of(id), ExportFormat.JSON, true, target));
        export(id, ExportFormat.JSON, true);
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(
                    List.of("talk.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void readsTreeThoughtsAndTitlesOfChatGpt() throws Exception {
        var report = read("""
                [{"title": "Stars", "create_time": 1700000000.5, "update_time": 1700000100, "current_node": "d",
                  "conversation_id": "c-1", "mapping": {
                    "root": {"id": "root", "message": null, "parent": null, "children": ["s"]},
                    "s": {"id": "s", "parent": "root", "children": ["a"], "message": {"author": {"role": "system"},
                          "content": {"content_type": "text", "parts": [""]}}},
                    "a": {"id": "a", "parent": "s", "children": ["b", "e"], "message": {"author": {"role": "user"},
                          "create_time": 1700000001, "content": {"content_type": "text", "parts": ["Why do stars shine?"]}}},
                    "b": {"id": "b", "parent": "a", "children": ["c"], "message": {"author": {"role": "assistant"},
                          "create_time": 1700000002, "content": {"content_type": "thoughts",
                          "thoughts": [{"summary": "x", "content": "Fusion, I think."}]}}},
                    "c": {"id": "c", "parent": "b", "children": ["d"], "message": {"author": {"role": "assistant"},
                          "create_time": 1700000003, "metadata": {"model_slug": "gpt-x"},
                          "content": {"content_type": "text", "parts": ["They fuse hydrogen."]}}},
                    "d": {"id": "d", "parent": "c", "children": [], "message": {"author": {"role": "user"},
                          "create_time": 1700000004, "content": {"content_type": "multimodal_text",
                          "parts": [{"asset_pointer": "file"}, "And this one?"]}}},
                    "e": {"id": "e", "parent": "a", "children": [], "message": {"author": {"role": "assistant"},
                          "create_time": 1700000009, "content": {"content_type": "text", "parts": ["Heat."]}}}}}]
                """);
        assertEquals(List.of(), report.problems());
        var found = there.find(there.list().getFirst().id()).orElseThrow();
        assertEquals("Stars", found.summary().title());
        assertEquals(
                List.of("Why do stars shine?", "They fuse hydrogen.", "And this one?"),
                found.branch().stream().map(said -> said.text().content()).toList());
        assertEquals("Fusion, I think.", found.branch().get(1).text().reasoning());
        assertEquals(
                2, found.messages().siblings(found.branch().get(1).id()).all().size());
        var facts = found.branch().get(1).reply();
        assertEquals("gpt-x", facts == null ? "" : facts.model());
    }

    @Test
    void readsTreeAndThoughtsOfOpenWebUi() throws Exception {
        var report = read("""
                [{"id": "w-1", "title": "Tea", "created_at": 1700000000, "updated_at": 1700000100, "chat": {
                  "params": {"system": "Be brief."},
                  "history": {"currentId": "3", "messages": {
                    "1": {"id": "1", "parentId": null, "childrenIds": ["2", "3"], "role": "user", "content": "Green or black?",
                          "timestamp": 1700000001},
                    "2": {"id": "2", "parentId": "1", "role": "assistant", "content": "Black.", "timestamp": 1700000002,
                          "model": "qwen3:8b"},
                    "3": {"id": "3", "parentId": "1", "role": "assistant", "timestamp": 1700000003, "model": "qwen3:8b",
                          "content": "<details type=\\"reasoning\\" done=\\"true\\">\\n<summary>Thought</summary>\\n> 3 &lt; 4\\n> so\\n</details>\\nGreen."}}}}}]
                """);
        assertEquals(List.of(), report.problems());
        var found = there.find(there.list().getFirst().id()).orElseThrow();
        assertEquals("Be brief.", found.settings().systemPrompt());
        assertEquals("Green.", found.branch().getLast().text().content());
        assertEquals("3 < 4\nso", found.branch().getLast().text().reasoning());
        assertEquals(Role.ASSISTANT, found.branch().getLast().role());
    }

    @Test
    void oneBadConversationIsToldAndTheOthersAreTakenIn() throws Exception {
        long id = tree();
        var good = Files.readString(export(id, ExportFormat.JSON, true));
        int begin = good.indexOf('[') + 1;
        int end = good.lastIndexOf(']');
        var bad = good.substring(begin, end)
                .replace("\"role\" : \"USER\"", "\"role\" : \"EMPEROR\"")
                .replace("\"id\"", "\"was\"");
        var report = read(good.substring(0, begin) + bad + "," + good.substring(begin));
        assertEquals(1, report.conversations());
        assertEquals(1, report.problems().size());
        assertEquals(1, there.list().size());
    }

    private ImportReport read(String text) throws Exception {
        var file = folder.resolve("import.json");
        Files.writeString(file, text);
        return new Importer(there).read(file);
    }

    private Path export(long id, ExportFormat format, boolean thoughts) throws Exception {
        var out = Files.createDirectories(folder.resolve("out")).resolve("talk." + format.extension());
        new Exporter(conversations).write(List.of(id), format, thoughts, out);
        return out;
    }

    /** A conversation with branches, thoughts, a tool and a comparison. */
    private long tree() throws Exception {
        long id = conversations
                .create(ConversationSettings.of(ThinkingChoice.AUTO, "demo")
                        .withBudget(new Budget(512))
                        .withTools(true)
                        .withSystemPrompt("Be kind."))
                .id();
        var files = List.of(
                new Attachment("coast.txt", Attachment.Kind.TEXT, 14, "lighthouse: 4\n"),
                new Attachment("map\nof <b>.pdf", Attachment.Kind.PDF, 90_000, EVIL));
        var question =
                conversations.say(id, new Said("How far is the lighthouse? " + EVIL, Enclosed.NOTHING.with(files)));
        var call = conversations.reply(question.id(), ReplyBeginning.of("demo", ReplyMode.of(true)), _ -> {});
        call.append(ReplyPart.REASONING, "A secret thought.");
        var called = call.finish(ReplyOutcome.interrupted()
                        .withToolCalls(List.of(ToolCall.ofText("calculator", "{\"expression\": \"2+2\"}"))))
                .get();
        var result = conversations.addToolResults(called.id(), List.of(new ToolResult("4", false)));
        reply(result.id(), "Four miles. 四英里。");
        var compared = conversations.compare(question.id());
        var direct = conversations.reply(
                question.id(), ReplyBeginning.of("demo", ReplyMode.of(false)).in(compared.id()), _ -> {});
        direct.append(ReplyPart.ANSWER, "Not far.");
        direct.finish(ReplyOutcome.interrupted()).get();
        var edited = conversations.edit(question.id(), "How high is it?");
        reply(edited.id(), "Forty metres.");
        conversations.rename(id, "Night and day");
        conversations.pin(id, true);
        conversations.move(id, conversations.folder("Trips"));
        conversations.choose(called.id());
        return id;
    }

    private void reply(long to, String text) throws Exception {
        var reply = conversations.reply(to, ReplyBeginning.of("demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, text);
        reply.finish(ReplyOutcome.interrupted()).get();
    }
}
