package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.BlockLine.Decided;
import dev.ponder.ui.transcript.BlockLine.Enclosures;
import dev.ponder.ui.transcript.BlockLine.Ending;
import dev.ponder.ui.transcript.BlockLine.Footer;
import dev.ponder.ui.transcript.BlockLine.ThoughtEditor;
import dev.ponder.ui.transcript.BlockLine.ThoughtHead;
import dev.ponder.ui.transcript.BlockLine.ToolBlock;
import dev.ponder.ui.transcript.BlockLine.Waiting;
import dev.ponder.ui.transcript.TextLine.Paper;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its lines: the thought's header, the thought where it is open, the answer, tools, how it ended, the
 * place for actions. The lines above the answer are few or settled, so text is appended without looking at them.
 */
final class MessageEntry extends Entry {

    private final ThoughtPane pane;
    private final ThoughtHead thoughtHead;
    private final FlowingText answer;
    private final Waiting waiting = new Waiting();
    private TranscriptMessage message;
    private List<ToolBlock> tools = List.of();
    private @Nullable Decided decided;
    private @Nullable Enclosures enclosures;
    private @Nullable ThoughtEditor editor;
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

    /** Shows the answer as it was written until it is read; see {@link FlowingText#draft}. */
    void draft() {
        answer.draft();
    }

    boolean isDraft() {
        return answer.isDraft();
    }

    /** Takes over what was read of a draft; compose anew afterwards. */
    void take(Growth read, String text) {
        answer.take(read, text);
    }

    @Override
    TranscriptMessage item(long nanos) {
        return message.withText(answer.source()).withThought(pane.thought(nanos));
    }

    /** Takes over another version of the message; compose it anew afterwards. */
    void takeOver(TranscriptMessage changed, long nanos) {
        message = changed;
        pane.set(changed.thought(), changed.auto(), nanos);
        var auto = changed.auto();
        if (auto == null) {
            decided = null;
        } else if (decided == null || !decided.note.equals(auto)) {
            decided = new Decided(changed.id(), auto);
        }
        enclosures = changed.enclosed().isEmpty() ? null : new Enclosures(changed.enclosed());
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
                        sentence.isEmpty() ? Texts.of("transcript.ending.interrupted") : sentence,
                        message.text().isBlank() && message.thought().state() == Thought.State.INTERRUPTED);
            case MessageState.Unanswered unanswered ->
                new Ending(message.id(), unanswered, Texts.of("transcript.ending.unanswered"), false);
            case MessageState.Failed failed -> new Ending(message.id(), failed, failed.sentence(), false);
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
        if (!pane.isShown()) {
            return decided == null ? 0 : 1;
        }
        return 1 + (editor != null ? 1 : pane.isOpen() ? pane.text().lines().size() : 0);
    }

    /** Puts an editor in the place of the thought, or takes it away; compose anew afterwards. */
    void edit(boolean edits) {
        editor = edits ? new ThoughtEditor(id(), pane.text().source().strip()) : null;
    }

    /** Whether the thought is being edited. */
    boolean isEdited() {
        return editor != null;
    }

    /** Another tool is called; compose anew afterwards. */
    void call(ToolCard card) {
        var cards = new ArrayList<>(message.toolCalls());
        cards.add(card);
        message = message.withToolCalls(cards);
        var blocks = new ArrayList<>(tools);
        blocks.add(new ToolBlock(card));
        tools = List.copyOf(blocks);
    }

    /** It is decided whether this thinks; compose anew afterwards. */
    void decide(AutoNote note, long nanos) {
        message = message.withAuto(note);
        decided = new Decided(id(), note);
        pane.decide(note, nanos);
    }

    @Override
    List<Line> compose() {
        var lines = new ArrayList<Line>();
        if (pane.isShown()) {
            lines.add(thoughtHead);
            if (editor != null) {
                lines.add(editor);
            } else if (pane.isOpen()) {
                lines.addAll(pane.text().lines());
            }
        } else if (decided != null) {
            lines.add(decided);
        }
        lines.addAll(answer.lines());
        if (enclosures != null) {
            lines.add(enclosures);
        }
        lines.addAll(tools);
        if (isStreaming() && !pane.isShown() && !hasAnswer() && tools.isEmpty()) {
            lines.add(waiting);
        }
        if (ending != null) {
            lines.add(ending);
        }
        if (!message.goesOn()) {
            lines.add(footer);
        }
        return lines;
    }
}
