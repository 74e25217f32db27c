package dev.ponder.ui;

import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.thinking.Decision;
import dev.ponder.tools.ToolCalls;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.transcript.AutoNote;
import dev.ponder.ui.transcript.Thought;
import dev.ponder.ui.transcript.ToolCard;
import dev.ponder.ui.transcript.TranscriptViewModel;
import java.util.List;
import java.util.function.Consumer;

/**
 * What streams, on its way into the transcripts that may show it: the conversation's, and the two of a comparison. Each
 * drops what belongs to a reply that it does not show. Any thread.
 */
final class StreamedText {

    private final List<TranscriptViewModel> transcripts;

    StreamedText(List<TranscriptViewModel> transcripts) {
        this.transcripts = List.copyOf(transcripts);
    }

    void onEvent(String id, GenerationEvent event) {
        switch (event) {
            case GenerationEvent.ReasoningText(var text) -> transcripts.forEach(each -> each.appendReasoning(id, text));
            case GenerationEvent.AnswerText(var text) -> transcripts.forEach(each -> each.appendAnswer(id, text));
            case GenerationEvent.ThinkingPlanned(var granted, var asked)
            when asked != ThinkingLimit.UNLIMITED && granted > 0 ->
                later(each -> each.changeCourse(id, course -> course.withBudget(granted, granted < asked)));
            case GenerationEvent.Landed(var _, var by) ->
                later(each -> each.changeCourse(id, course -> course.landed(landing(by))));
            case GenerationEvent.ToolCallText(var body, var closed)
            when closed -> {
                var call = ToolCalls.of(body);
                var card = new ToolCard(call.name(), ConversationItems.arguments(call), null);
                later(each -> each.call(id, card));
            }
            default -> {}
        }
    }

    void onDecided(String id, Decision decision) {
        ConversationItems.auto(decision).ifPresent((AutoNote note) -> later(each -> each.decide(id, note)));
    }

    private void later(Consumer<TranscriptViewModel> change) {
        Fx.later(() -> transcripts.forEach(change));
    }

    static Thought.Landing landing(LandedBy by) {
        return switch (by) {
            case BUDGET -> Thought.Landing.BUDGET;
            case USER -> Thought.Landing.USER;
            case LOOP -> Thought.Landing.LOOP;
        };
    }
}
