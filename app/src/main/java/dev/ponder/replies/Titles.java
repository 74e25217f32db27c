package dev.ponder.replies;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Role;
import dev.ponder.chat.TitledBy;
import dev.ponder.engine.Engine;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.session.LoadedModel;
import dev.ponder.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Titles of conversations, written by the model while nobody waits: after a reply, without thinking, and given up at once
 * when a reply is wanted. A thought can never be part of one, since only the answer is read.
 */
final class Titles {
    private static final System.Logger LOG = System.getLogger(Titles.class.getName());
    private static final String ASK = "Write a title of at most six words for this conversation.";
    private static final int MOST_TOKENS = 24;
    private static final int LONGEST = 80;

    private final Engine engine;
    private final Conversations conversations;
    private final Runnable onTitled;
    private final AtomicReference<@Nullable Generation> writing = new AtomicReference<>();

    Titles(Engine engine, Conversations conversations, Runnable onTitled) {
        this.engine = engine;
        this.conversations = conversations;
        this.onTitled = onTitled;
    }

    /** Gives up the title in work, if there is one. */
    void interrupt() {
        var now = writing.getAndSet(null);
        if (now != null) {
            now.cancel();
        }
    }

    /**
     * Writes a title for a conversation that has none; returns at once.
     *
     * @param after runs when one was written, on a thread that may not be blocked
     */
    void suggestSoon(Conversation conversation, LoadedModel model, Runnable after) {
        boolean wanted = conversation.summary().titledBy() == TitledBy.NOBODY
                && model.template().kind().thinking() != TemplateKind.Thinking.ALWAYS
                && conversation.branch().stream().anyMatch(Titles::isAnswer);
        if (wanted) {
            write(conversation, model, after);
        }
    }

    private static boolean isAnswer(Message message) {
        return message.role() == Role.ASSISTANT && message.state() == MessageState.COMPLETE;
    }

    private void write(Conversation conversation, LoadedModel model, Runnable after) {
        var title = new StringBuilder();
        var done = new CompletableFuture<Finished>();
        // a conversation of its own: the prefix it shares with the real one is reused, and the real one stays warm
        var request = GenerationRequest.of(
                        model.template().render(PromptInput.of(chat(conversation), ThinkingMode.OFF)),
                        model.template().replyStart(ThinkingMode.OFF))
                .withConversation("title")
                .withMaxTokens(MOST_TOKENS);
        writing.set(engine.generate(request, event -> onEvent(event, title, done)));
        var _ = done.thenAcceptAsync(finished -> {
            if (finished.reason() == StopReason.STOP || finished.reason() == StopReason.LENGTH) {
                keep(conversation.id(), title.toString());
                after.run();
            }
        });
    }

    private static void onEvent(GenerationEvent event, StringBuilder title, CompletableFuture<Finished> done) {
        switch (event) {
            case AnswerText(var text) -> title.append(text);
            case Finished finished -> done.complete(finished);
            default -> {}
        }
    }

    private void keep(long conversation, String written) {
        var title = clean(written);
        try {
            if (!title.isEmpty() && conversations.suggestTitle(conversation, title)) {
                onTitled.run();
            }
        } catch (StoreException.Closed _) {
            // the program ends, and the conversation gets its title another time
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "a title could not be stored", e);
        }
    }

    /** One line without quotation marks, Markdown or a full stop. */
    static String clean(String written) {
        var line = written.strip().lines().findFirst().orElse("");
        var bare = line.replaceAll("^[\\s\"'“”*#_]+|[\\s\"'“”*_.]+$", "");
        return bare.length() <= LONGEST ? bare : bare.substring(0, bare.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static List<ChatMessage> chat(Conversation conversation) {
        var chat = new ArrayList<ChatMessage>();
        var system = conversation.settings().systemPrompt();
        if (!system.isEmpty()) {
            chat.add(ChatMessage.system(system));
        }
        // the first exchange says what a conversation is about
        conversation.branch().stream()
                .filter(message -> message.role() != Role.TOOL)
                .limit(2)
                .forEach(message -> chat.add(
                        message.role() == Role.USER
                                ? ChatMessage.user(message.text().content())
                                : ChatMessage.assistant(message.text().content())));
        chat.add(ChatMessage.user(ASK));
        return chat;
    }
}
