package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.attachments.Attachment;
import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.Queued;
import dev.ponder.chat.Said;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes with a message, and messages that wait. */
class WritingTest {

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() throws Exception {
        session = new Session(folder);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> attached() {
        return session.viewModel.composer().enclosedProperty().get().attachments().stream()
                .map(Attachment::name)
                .toList();
    }

    private List<String> waiting() {
        return session.viewModel.queue().waiting().stream()
                .map(queued -> queued.said().text())
                .toList();
    }

    private String notice() {
        return session.notices.find(Kind.ATTACHMENT).orElseThrow().text();
    }

    private void endReply() {
        session.chat.tell(new ChatEvent.Ended(session.shown().id()));
    }

    @Test
    void filesGoWithTheMessageAndTheirTokensAreShownBefore() throws Exception {
        session.viewModel.attach(List.of(file("a.txt", "hello"), file("b.txt", "some more")));
        assertEquals(List.of("a.txt", "b.txt"), attached());
        var weight = session.viewModel.composer().weightProperty().get();
        assertEquals(List.of(5, 9), weight == null ? null : weight.attachments());

        session.type("What is in these?");
        session.viewModel.send();

        assertEquals(List.of(), attached());
        assertNull(session.viewModel.composer().weightProperty().get());
        var said = session.shown().branch().getLast();
        assertEquals("hello", said.enclosed().attachments().getFirst().text());
    }

    @Test
    void whatTheContextCannotHoldIsRefusedWithTheFigures() throws Exception {
        session.viewModel.attach(
                List.of(file("a.txt", "x".repeat(600)), file("long.txt", "y".repeat(1_500)), file("c.txt", "z")));

        assertEquals(List.of("a.txt", "c.txt"), attached());
        assertEquals(Texts.of("writing.attach.toomuch", "long.txt", 1_500, 300, 1_000), notice());
    }

    @Test
    void whatIsNoTextIsRefusedAndTheOthersAreTaken() throws Exception {
        var picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        session.viewModel.attach(List.of(picture, folder.resolve("gone.txt"), file("b.txt", "fine")));

        assertEquals(List.of("b.txt"), attached());
        assertTrue(
                notice().contains("“a.png” is neither text") && notice().contains("“gone.txt” is not there"), notice());
    }

    @Test
    void whatWasAttachedIsThereWhenTheConversationIsOpenedAgain() throws Exception {
        session.viewModel.attach(List.of(file("a.txt", "hello")));
        session.viewModel.answerBy(AnswerSchema.parse("{\"type\": \"boolean\"}"));
        session.type("draft");
        long id = session.shown().id();

        var other = session.conversations.create(session.shown().settings());
        session.viewModel.open(other.id());
        assertEquals(List.of(), attached());
        session.viewModel.open(id);

        assertEquals(List.of("a.txt"), attached());
        assertEquals("draft", session.typed());
        assertEquals(
                new AnswerSchema("{\"type\": \"boolean\"}"),
                session.viewModel.composer().enclosedProperty().get().schema());
    }

    @Test
    void editingBringsBackWhatWentWithTheMessageAndThenWhatWasThere() throws Exception {
        session.viewModel.attach(List.of(file("first.txt", "1")));
        session.type("first");
        session.viewModel.send();
        endReply();
        session.viewModel.attach(List.of(file("second.txt", "2")));
        session.type("typed");

        session.viewModel.branches().edit(session.shown().branch().getFirst().id());
        assertEquals(List.of("first.txt"), attached());
        session.viewModel.composer().cancelEdit();

        assertEquals(List.of("second.txt"), attached());
        assertEquals("typed", session.typed());
    }

    @Test
    void aMessageThatIsSentWhileAReplyIsWrittenWaits() {
        session.type("Hello");
        session.viewModel.send();
        session.type("and then?");
        assertTrue(session.viewModel.composer().canQueue());
        session.viewModel.send();

        assertEquals(List.of("send Hello", "queue and then?"), session.chat.calls());
        assertEquals("", session.typed());
        assertEquals(List.of("and then?"), waiting());
    }

    @Test
    void whatWaitsComesBackWhereTheReplyDidNotEndProperly() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        session.viewModel.attach(List.of(file("a.txt", "hello")));
        session.type("one");
        session.viewModel.send();
        session.type("two");
        session.viewModel.send();
        session.type("three");

        endReply();

        assertEquals("one\n\ntwo\n\nthree", session.typed());
        assertEquals(List.of("a.txt"), attached());
        assertEquals(List.of(), waiting());
        var kept = session.conversations.find(session.shown().id()).orElseThrow();
        assertEquals(List.of(), kept.unsent().queue());
        assertEquals("one\n\ntwo\n\nthree", kept.draft());
        assertEquals(1, kept.unsent().draft().attachments().size());
    }

    @Test
    void whatWaitedWhenTheProgramEndedIsInTheComposerAfterwards() throws Exception {
        long id = session.shown().id();
        session.conversations.queue(id, Said.of("left over"));

        session.viewModel.open(id);

        assertEquals("left over", session.typed());
        assertEquals(
                List.of(), session.conversations.find(id).orElseThrow().unsent().queue());
    }

    @Test
    void aWaitingMessageCanBeTakenBackOrRemoved() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        for (var text : List.of("one", "two")) {
            session.type(text);
            session.viewModel.send();
        }
        Queued first = session.viewModel.queue().waiting().getFirst();
        session.viewModel.queue().edit(first);
        assertEquals("one", session.typed());
        assertEquals(List.of("two"), waiting());

        session.viewModel.queue().remove(session.viewModel.queue().waiting().getFirst());
        assertEquals(List.of(), waiting());
        assertEquals(
                List.of(),
                session.conversations
                        .find(session.shown().id())
                        .orElseThrow()
                        .unsent()
                        .queue());
    }

    @Test
    void nothingWaitsWhileAMessageIsEdited() {
        session.type("Hello");
        session.viewModel.send();
        session.viewModel.branches().edit(session.shown().branch().getFirst().id());
        assertFalse(session.viewModel.composer().canQueue());
    }

    @Test
    void instructionsAreKeptWithTheConversationAndTheDefaultOnesBeginNewOnes() throws Exception {
        session.viewModel.instruct("  Be brief. ");
        assertEquals(
                "Be brief.",
                session.conversations
                        .find(session.shown().id())
                        .orElseThrow()
                        .settings()
                        .systemPrompt());
        session.type("Hello");
        session.viewModel.send();
        endReply();

        var library = session.viewModel.instructions();
        assertEquals("Be brief.", library.textProperty().get());
        library.nameProperty().set("Brief");
        library.save();
        library.toggleDefault(library.library().getFirst());
        session.viewModel.newChat();

        assertEquals("Be brief.", session.shown().settings().systemPrompt());
    }
}
