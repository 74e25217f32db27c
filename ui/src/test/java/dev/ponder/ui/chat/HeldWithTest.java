package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldWithTest {

    private static final String QWEN = "/models/Qwen3-4B-Q4_K_M.gguf";

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
    void offersTheModelThatAConversationWasHeldWithAndLoadsNothingUnasked() throws Exception {
        session.viewModel.open(talk(QWEN));
        assertEquals(List.of(), session.models.calls());
        assertEquals(
                "This conversation was held with Qwen3-4B. Demo is in use now.",
                notice().orElseThrow().text());
        notice().orElseThrow().actions().getFirst().run().run();
        assertEquals(List.of("load " + QWEN), session.models.calls());
    }

    @Test
    void saysNothingOfTheModelInUseOrBeforeTheFirstReply() throws Exception {
        session.viewModel.open(talk("demo"));
        assertTrue(notice().isEmpty());
        var unanswered = session.conversations.create(ConversationSettings.of(ThinkingChoice.ON, QWEN));
        session.conversations.say(unanswered.id(), "Hello");
        session.viewModel.open(unanswered.id());
        assertTrue(notice().isEmpty());
    }

    @Test
    void saysThatAModelIsGoneAndLetsAnotherBeChosen() throws Exception {
        var chosen = new int[1];
        session.viewModel.setOnChooseModel(() -> chosen[0]++);
        session.viewModel.open(talk("/models/gone.gguf"));
        assertEquals(
                "This conversation was held with Qwen3-4B, which is no longer on this computer.",
                notice().orElseThrow().text());
        notice().orElseThrow().actions().getFirst().run().run();
        assertEquals(1, chosen[0]);
    }

    @Test
    void goesWithTheConversationAndWithTheOtherModel() throws Exception {
        long held = talk(QWEN);
        session.viewModel.open(held);
        session.viewModel.newChat();
        assertTrue(notice().isEmpty());
        session.viewModel.open(held);
        session.models.tell(new ModelState.Loading("Qwen3-4B", 0));
        assertTrue(notice().isEmpty());
        session.models.tell(new ModelState.Ready(FakeModels.facts(QWEN, "Qwen3-4B", TemplateKind.HYBRID_V2)));
        assertTrue(notice().isEmpty());
    }

    @Test
    void isOverOnceTheModelInUseReplies() throws Exception {
        session.viewModel.open(talk(QWEN));
        session.type("And now?");
        session.viewModel.send();
        assertTrue(notice().isEmpty());
    }

    private Optional<Notice> notice() {
        return session.notices.find(Kind.HELD_WITH);
    }

    private long talk(String model) throws Exception {
        var made = session.conversations.create(ConversationSettings.of(ThinkingChoice.ON, model));
        var said = session.conversations.say(made.id(), "Hello");
        var reply = session.conversations.reply(said.id(), ReplyBeginning.of("Qwen3-4B", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, "Hello.");
        reply.finish(ReplyOutcome.interrupted()).get();
        return made.id();
    }
}
