package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.BlockLine.Ending;
import dev.ponder.ui.transcript.BlockLine.Footer;
import dev.ponder.ui.transcript.BlockLine.ThoughtHead;
import dev.ponder.ui.transcript.BlockLine.ToolBlock;
import dev.ponder.ui.transcript.BlockLine.Waiting;
import dev.ponder.ui.transcript.TextLine.Paper;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its lines: the thought's header, the thought where it is open, tools, the answer, how it ended, the
 * place for actions. The lines above the answer are few or settled, so text is appended without looking at them.
 */
final class MessageEntry extends Entry {

    private final ThoughtPane pane;
    private final ThoughtHead thoughtHead;
    private final FlowingText answer;
    private final Waiting waiting = new Waiting();
    private TranscriptMessage message;
    private List<ToolBlock> tools = List.of();
    private @Nullable Ending ending;
    private Footer footer;

    MessageEntry(TranscriptMessage message, long nanos) {
        super(message.id());
        this.message = message;
        pane = new ThoughtPane(message.id());
        thoughtHead = new ThoughtHead(pane);
        answer = new FlowingText(message.role() == Role.USER ? Paper.USER : Paper.ANSWER);
        footer = new Footer(message);
        takeOver(message, nanos);
    }

    ThoughtPane pane() {
        return pane;
    }

    TranscriptMessage message() {
        return message;
    }

    boolean isStreaming() {
        return message.state() instanceof MessageState.Streaming;
    }

    boolean hasAnswer() {
        return answer.length() > 0;
    }

    String answer() {
        return answer.source();
    }

    @Override
    TranscriptMessage item(long nanos) {
        return message.withText(answer.source()).withThought(pane.thought(nanos));
    }

    /** Takes over another version of the message; compose it anew afterwards. */
    void takeOver(TranscriptMessage changed, long nanos) {
        message = changed;
        pane.set(changed.thought(), nanos);
        answer.replace(changed.text(), !isStreaming());
        if (!tools.stream().map(tool -> tool.card).toList().equals(changed.toolCalls())) {
            tools = changed.toolCalls().stream().map(ToolBlock::new).toList();
        }
        ending = ending(changed);
        footer = new Footer(changed);
    }

    private static @Nullable Ending ending(TranscriptMessage message) {
        return switch (message.state()) {
            case MessageState.Streaming _, MessageState.Complete _ -> null;
            case MessageState.Interrupted(var sentence) ->
                new Ending(
                        message.id(),
                        message.state(),
                        sentence.isEmpty() ? Texts.of("transcript.ending.interrupted") : sentence);
            case MessageState.Unanswered unanswered ->
                new Ending(message.id(), unanswered, Texts.of("transcript.ending.unanswered"));
            case MessageState.Failed failed -> new Ending(message.id(), failed, failed.sentence());
        };
    }

    /** More of the answer. Only the answer's own lines change, if it has some and the thought has ended. */
    Edit append(String text) {
        return answer.append(text).shifted(linesAbove());
    }

    /** Whether an edit puts the answer's first line there, or takes it away. */
    boolean isFirstLine(Edit edit) {
        return edit.from() == linesAbove();
    }

    /** More of an open thought. */
    Edit appendThought(String text, int tokens) {
        var edit = pane.append(text, tokens);
        return pane.isOpen() ? edit.shifted(1) : Edit.NONE;
    }

    private int linesAbove() {
        int thought = pane.isShown() ? 1 + (pane.isOpen() ? pane.text().lines().size() : 0) : 0;
        return thought + tools.size();
    }

    @Override
    List<Line> compose() {
        var lines = new ArrayList<Line>();
        if (pane.isShown()) {
            lines.add(thoughtHead);
            if (pane.isOpen()) {
                lines.addAll(pane.text().lines());
            }
        }
        lines.addAll(tools);
        lines.addAll(answer.lines());
        if (lines.isEmpty() && isStreaming()) {
            lines.add(waiting);
        }
        if (ending != null) {
            lines.add(ending);
        }
        lines.add(footer);
        return lines;
    }
}
