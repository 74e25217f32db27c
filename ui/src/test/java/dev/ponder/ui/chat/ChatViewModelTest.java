package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.OverflowPolicy;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.host.SupervisorState;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.ui.chat.ComposerViewModel.Mode;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatViewModelTest {

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

    @Test
    void sendsWhatIsTypedAndClearsTheComposer() {
        session.type("  What is 345 + 678?\n");
        session.viewModel.send();
        assertEquals(List.of("send What is 345 + 678?"), session.chat.calls());
        assertEquals("", session.typed());
    }

    @Test
    void sendsNothingWithoutLetters() {
        session.type(" \n ");
        session.viewModel.send();
        assertEquals(List.of(), session.chat.calls());
    }

    @Test
    void givesTheTextBackWhenSendingIsRefused() {
        session.chat.refuseWith(new IllegalStateException());
        session.type("precious");
        session.viewModel.send();
        assertEquals("precious", session.typed());
        assertTrue(session.notices.find(Kind.ERROR).isPresent());
        assertTrue(session.viewModel.composer().canSend());
    }

    @Test
    void stopsInsteadOfSendingWhileAReplyIsUnderWay() {
        session.type("Hello");
        session.viewModel.send();
        assertEquals(Mode.STOP, session.viewModel.composer().modeProperty().get());
        session.type("typed ahead");
        assertFalse(session.viewModel.composer().canSend());
        session.chat.tell(new ChatEvent.Ended(session.shown().id()));
        assertEquals(Mode.SEND, session.viewModel.composer().modeProperty().get());
        assertEquals("typed ahead", session.typed());
    }

    @Test
    void saysWhyNothingCanBeSentWhileAnotherConversationIsAnswered() {
        session.type("Hello");
        session.viewModel.send();
        session.viewModel.newChat();
        session.type("Me too");
        assertFalse(session.viewModel.composer().canSend());
        assertEquals(
                "Answering in another conversation",
                session.viewModel.composer().reasonProperty().get());
    }

    @Test
    void keepsADraftForEachConversation() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long first = session.shown().id();
        session.chat.tell(new ChatEvent.Ended(first));
        session.type("draft one");
        session.viewModel.newChat();
        session.type("draft two");
        session.viewModel.open(first);
        assertEquals("draft one", session.typed());
        session.viewModel.newChat();
        assertEquals("draft two", session.typed());
        assertEquals(
                "draft one", session.conversations.find(first).orElseThrow().draft());
    }

    @Test
    void whatIsTypedBeforeANewConversationHasComeStandsThere() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long first = session.shown().id();
        session.chat.tell(new ChatEvent.Ended(first));
        session.type("draft");
        session.tasks.hold();
        session.viewModel.newChat();
        session.type("draft and ahead");
        session.tasks.letGo();
        assertNotEquals(first, session.shown().id());
        assertEquals(" and ahead", session.typed());
        session.viewModel.open(first);
        assertEquals("draft", session.typed());
        assertEquals("draft", session.conversations.find(first).orElseThrow().draft());
    }

    @Test
    void opensTheOneEmptyConversationAgainInsteadOfMakingMore() throws Exception {
        long empty = session.shown().id();
        session.viewModel.newChat();
        assertEquals(empty, session.shown().id());
        session.type("Hello");
        session.viewModel.send();
        session.viewModel.newChat();
        assertNotEquals(empty, session.shown().id());
        assertEquals(2, session.conversations.list().size());
    }

    @Test
    void remembersTheThinkingControlOfEachConversation() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long first = session.shown().id();
        session.viewModel.composer().thinkingProperty().set(ThinkingChoice.OFF);
        session.viewModel.newChat();
        assertEquals(
                ThinkingChoice.ON,
                session.viewModel.composer().thinkingProperty().get());
        session.viewModel.open(first);
        assertEquals(
                ThinkingChoice.OFF,
                session.viewModel.composer().thinkingProperty().get());
        assertEquals(
                ThinkingChoice.OFF,
                session.conversations.find(first).orElseThrow().settings().thinking());
    }

    @Test
    void thinksOnlyWhereTheModelCan() {
        session.models.tell(new ModelState.Ready(FakeModels.facts("i", "Instruct", TemplateKind.INSTRUCT_2507)));
        assertFalse(session.viewModel.composer().thinks());
        assertEquals(
                "Cannot be changed: Instruct-2507 never thinks.",
                session.viewModel.composer().abilityReasonProperty().get());
        assertEquals(
                ThinkingChoice.ON,
                session.viewModel.composer().thinkingProperty().get());
    }

    @Test
    void editsAPastMessageAndBringsTheDraftBack() {
        session.type("Hello");
        session.viewModel.send();
        session.chat.tell(new ChatEvent.Ended(session.shown().id()));
        session.type("draft");
        long said = session.shown().branch().getFirst().id();
        session.viewModel.branches().edit(said);
        assertEquals("Hello", session.typed());
        session.type("Hello there");
        session.viewModel.send();
        assertEquals("edit " + said + " Hello there", session.chat.calls().getLast());
        assertEquals("draft", session.typed());
        assertNull(session.viewModel.composer().editingProperty().get());
    }

    @Test
    void keepsTheDraftOnDiskWhileAMessageIsEdited() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        session.chat.tell(new ChatEvent.Ended(session.shown().id()));
        session.type("draft");
        session.viewModel.branches().edit(session.shown().branch().getFirst().id());
        session.type("Hello there");
        var id = session.shown().id();
        assertEquals("draft", session.conversations.find(id).orElseThrow().draft());
    }

    @Test
    void deletesAVersionAndBringsItBack() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long id = session.shown().id();
        session.chat.tell(new ChatEvent.Ended(id));
        long first = session.shown().branch().getFirst().id();
        long second = session.conversations.edit(first, "Hello again").id();
        session.viewModel.open(id);
        session.viewModel.branches().edit(second);

        session.viewModel.branches().delete(second);

        assertEquals(first, session.shown().branch().getFirst().id());
        assertNull(session.viewModel.composer().editingProperty().get(), "what is gone is not edited");
        undo();
        assertEquals(second, session.shown().branch().getFirst().id());
    }

    @Test
    void deletesNoVersionWhileAReplyIsWritten() {
        session.type("Hello");
        session.viewModel.send();
        session.viewModel.branches().delete(session.shown().branch().getFirst().id());
        assertEquals(List.of("send Hello"), session.chat.calls());
        assertNotNull(session.toasts.currentProperty().get(), "and says why");
    }

    private void undo() {
        var toast = Objects.requireNonNull(session.toasts.currentProperty().get());
        Objects.requireNonNull(toast.action()).run().run();
    }

    @Test
    void offersToLeaveOutTheOldestTurnsWhenTheContextIsFull() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long id = session.shown().id();
        session.chat.tell(new ChatEvent.ContextFull(id, true));
        session.chat.tell(new ChatEvent.Ended(id));
        var notice = session.notices.find(Kind.CONTEXT_FULL).orElseThrow();
        notice.actions().getFirst().run().run();
        assertEquals(
                OverflowPolicy.DROP_OLDEST,
                session.conversations.find(id).orElseThrow().settings().overflow());
        assertTrue(session.notices.find(Kind.CONTEXT_FULL).isEmpty());
        assertEquals("retry " + session.shown().leaf(), session.chat.calls().getLast());
    }

    @Test
    void offersNothingWhereTheMessageAloneIsTooLong() {
        session.chat.tell(new ChatEvent.ContextFull(session.shown().id(), false));
        assertEquals(
                List.of(), session.notices.find(Kind.CONTEXT_FULL).orElseThrow().actions());
    }

    @Test
    void saysThatTheEngineRunsAgainOnlyAfterItStopped() {
        session.chat.tell(new ChatEvent.Engine(new SupervisorState.Ready(1)));
        assertTrue(session.notices.find(Kind.ENGINE).isEmpty());
        session.chat.tell(new ChatEvent.Engine(
                new SupervisorState.Restarting(EngineError.of(EngineError.Code.ENGINE_DIED, "It ended."))));
        session.chat.tell(new ChatEvent.Engine(new SupervisorState.Ready(2)));
        var notice = session.notices.find(Kind.ENGINE).orElseThrow();
        assertTrue(notice.text().startsWith("The engine is running again"), notice.text());
    }

    @Test
    void asksWhatAConversationTakesOfTheContextWhenItIsOpened() throws Exception {
        session.type("Hello");
        session.viewModel.send();
        long first = session.shown().id();
        session.chat.tell(new ChatEvent.Ended(first));
        session.viewModel.newChat();
        session.viewModel.open(first);
        assertEquals(first, session.chat.measured().getLast());
    }

    @Test
    void asksNothingOfTheContextWhereNoModelCouldCount() {
        int before = session.chat.measured().size();
        session.models.tell(new ModelState.Loading("Qwen3-4B", 0.5));
        session.viewModel.newChat();
        assertEquals(before, session.chat.measured().size());
        session.models.tell(new ModelState.Ready(FakeModels.facts("demo", "Demo", TemplateKind.DEMO)));
        assertEquals(session.shown().id(), session.chat.measured().getLast());
    }

    @Test
    void offersAnotherModelAndAnotherTryWhereOneCouldNotBeLoaded() {
        session.models.tell(new ModelState.Failed("q", "Qwen3-4B", new IOException("x")));
        var actions = session.notices.find(Kind.MODEL).orElseThrow().actions();
        assertEquals(
                List.of("Choose a model", "Try again"),
                actions.stream().map(Notice.Action::text).toList());
        actions.getLast().run().run();
        assertEquals(List.of("load q"), session.models.calls());
    }

    @Test
    void saysWhichModelCouldNotBeLoaded() {
        session.models.tell(new ModelState.Failed("q", "Qwen3-4B", new IOException("x")));
        assertTrue(session.notices.find(Kind.MODEL).orElseThrow().text().startsWith("Qwen3-4B could not be loaded."));
        assertFalse(session.viewModel.composer().canSend());
    }
}
