package dev.ponder.replies;

import dev.ponder.app.Ponder;
import dev.ponder.app.PonderPaths;
import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.session.ModelState;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Budget;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that brings a reply into a state, says so on its standard output, and goes no further: its arguments are the
 * data folder, the state, and how many events of that state are to pass.
 */
final class KilledTalk implements ReplyListener {
    private final String state;
    private int left;
    private int prompts;

    private KilledTalk(String state, int events) {
        this.state = state;
        this.left = events;
    }

    public static void main(String... arguments) throws Exception {
        var listener = new KilledTalk(arguments[1], Integer.parseInt(arguments[2]));
        var ponder = Ponder.open(new PonderPaths(Path.of(arguments[0])), listener, _ -> {});
        ponder.models().load("demo");
        while (!(ponder.models().state() instanceof ModelState.Ready)) {
            LockSupport.parkNanos(2_000_000);
        }
        listener.talk(ponder);
        // whatever happens now, somebody kills this program
        new CountDownLatch(1).await();
    }

    private void talk(Ponder ponder) throws StoreException, EngineException {
        var settings = ConversationSettings.of(ThinkingChoice.ON, "demo");
        var chosen =
                switch (state) {
                    case "landing" -> settings.withBudget(new Budget(60));
                    case "tools" -> settings.withTools(true);
                    case "answering", "comparing" -> settings.withThinking(ThinkingChoice.OFF);
                    default -> settings;
                };
        long chat = ponder.conversations().create(chosen).id();
        if (state.equals("comparing")) {
            ponder.replies()
                    .compare(ponder.conversations().say(chat, question()).id());
        } else {
            ponder.replies().send(chat, question());
        }
    }

    private String question() {
        return question(state);
    }

    static String question(String state) {
        return switch (state) {
            case "thinking", "landing" -> "Think hard about: is 1009 prime?";
            case "tools" -> "Use the calculator: 384 * 29";
            default -> "Count from 1 to 60.";
        };
    }

    private boolean isWanted(GenerationEvent event) {
        return switch (event) {
            case PromptCounted _ -> {
                prompts++;
                yield false;
            }
            case ReasoningText _ -> state.equals("thinking") || (state.equals("tools") && prompts > 1);
            case Landed _ -> state.equals("landing");
            case AnswerText _ ->
                state.equals("answering") || state.equals("comparing") || (state.equals("tools") && prompts > 1);
            default -> false;
        };
    }

    @Override
    public void onEvent(long conversation, long reply, GenerationEvent event) {
        if (isWanted(event) && --left == 0) {
            System.out.println("there");
            try {
                // no further event comes, but the store goes on writing
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void onChanged(Conversation conversation) {}

    @Override
    public void onListChanged() {}

    @Override
    public void onPlanned(long conversation, ContextPlan.Ready plan) {}

    @Override
    public void onUsed(long conversation, Ledger ledger) {}

    @Override
    public void onContextFull(long conversation, ContextPlan.TooLong plan) {
        throw new AssertionError("full");
    }

    @Override
    public void onRefused(long conversation, EngineException reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void onEnded(Conversation conversation, Message reply) {}

    @Override
    public void onStoreTrouble(StoreException trouble) {
        throw new AssertionError(trouble);
    }
}
