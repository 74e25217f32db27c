package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph that a region draws. It is selected as a whole and copies its text. Compared by identity, so that the
 * region of a line can be kept while the line is near the screen; the state lives here, never in the region.
 */
abstract sealed class BlockLine implements Line
        permits BlockLine.ThoughtHead,
                BlockLine.Unread,
                BlockLine.Enclosures,
                BlockLine.Decided,
                BlockLine.ToolBlock,
                BlockLine.Ending,
                BlockLine.Boundary,
                BlockLine.Notice,
                BlockLine.Silent,
                AnswerBlock {

    @Override
    public String separator() {
        return "\n";
    }

    @Override
    public Line withSeparator(String changed) {
        throw new IllegalStateException("these lines stand for themselves");
    }

    /** The header of a thought: time, tokens, chevron; while it streams, its last lines. */
    static final class ThoughtHead extends BlockLine {
        final ThoughtPane pane;

        ThoughtHead(ThoughtPane pane) {
            this.pane = pane;
        }

        @Override
        public String text() {
            return pane.status();
        }
    }

    /** The editor that stands in the place of a thought. */
    static final class ThoughtEditor extends Silent {
        final String messageId;
        String draft;

        ThoughtEditor(String messageId, String thought) {
            this.messageId = messageId;
            draft = thought;
        }
    }

    /** An answer as it was written, for the moment until it is read. */
    static final class Unread extends BlockLine {
        final String source;

        Unread(String source) {
            this.source = source;
        }

        @Override
        public String text() {
            return source;
        }
    }

    /** What goes with a user's message. */
    static final class Enclosures extends BlockLine {
        final List<Enclosure> all;

        Enclosures(List<Enclosure> all) {
            this.all = all;
        }

        @Override
        public String text() {
            return all.stream().map(Enclosure::name).collect(Collectors.joining("\n"));
        }
    }

    /** What was decided about thinking, where no thought says so. */
    static final class Decided extends BlockLine {
        final String messageId;
        final AutoNote note;

        Decided(String messageId, AutoNote note) {
            this.messageId = messageId;
            this.note = note;
        }

        @Override
        public String text() {
            return note.thought() ? Texts.of("transcript.auto.thought") : Texts.of("transcript.auto.direct");
        }
    }

    /** A tool that was called. */
    static final class ToolBlock extends BlockLine {
        final ToolCard card;

        ToolBlock(ToolCard card) {
            this.card = card;
        }

        @Override
        public String text() {
            var result = card.result();
            return (card.name() + " " + card.arguments()).strip() + (result == null ? "" : " → " + result);
        }
    }

    /** Nothing of the reply is there yet. */
    static final class Waiting extends Silent {}

    /** How a reply ended, if not well. */
    static final class Ending extends BlockLine {
        final String messageId;
        final MessageState state;
        final String sentence;
        final boolean inThought;

        Ending(String messageId, MessageState state, String sentence, boolean inThought) {
            this.messageId = messageId;
            this.state = state;
            this.sentence = sentence;
            this.inThought = inThought;
        }

        @Override
        public String text() {
            return sentence;
        }
    }

    /** The place for a message's actions. */
    static final class Footer extends Silent {
        final TranscriptMessage message;

        Footer(TranscriptMessage message) {
            this.message = message;
        }
    }

    /** The mark where the context begins. */
    static final class Boundary extends BlockLine {
        final String sentence;

        Boundary(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String text() {
            return sentence;
        }
    }

    /** A quiet line between messages. */
    static final class Notice extends BlockLine {
        final String sentence;

        Notice(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String text() {
            return sentence;
        }
    }

    /** A block that copies nothing. */
    abstract static sealed class Silent extends BlockLine {
        @Override
        public String text() {
            return "";
        }
    }
}
