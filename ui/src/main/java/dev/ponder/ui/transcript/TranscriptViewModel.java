package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.StreamBuffer.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The state of a transcript: its items, the text that streams in, and which thoughts are open. Holds no nodes.
 *
 * <p>Belongs to the JavaFX thread, except {@link #appendReasoning} and {@link #appendAnswer}, which any thread may call:
 * their text waits in a buffer and is shown at the next frame, all at once. Every other method shows what waits first.
 * Appending costs the same in a long conversation as in a new one.
 */
public final class TranscriptViewModel {

    private final TranscriptDocument document = new TranscriptDocument();
    private final StreamBuffer buffer = new StreamBuffer();
    private final Map<String, Boolean> chosen = new HashMap<>();
    private final ObjectProperty<ThoughtDisplay> thoughtDisplay = new SimpleObjectProperty<>(ThoughtDisplay.PEEK);
    private final ReadOnlyStringWrapper announcement = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Frames frames;
    private final DraftReader drafts;
    private @Nullable MessageEntry thinking;

    /** A transcript that is shown by the toolkit. */
    public TranscriptViewModel() {
        this(Frames.ofToolkit());
    }

    /**
     * A transcript with its own idea of frames and time.
     *
     * @param frames when waiting text is shown
     */
    public TranscriptViewModel(Frames frames) {
        this.frames = frames;
        drafts = new DraftReader(document, frames);
        thoughtDisplay.subscribe(this::onThoughtDisplayChanged);
    }

    /**
     * Shows another conversation, or another branch of the same: items at the top that are shown already stay where
     * they are. Thoughts that the user opened or folded before stay so.
     *
     * @param items from top to bottom; ids are unique
     */
    public void show(List<? extends TranscriptItem> items) {
        // what waits belongs to a reply that stays, or stands in the new items already
        flush();
        int same = sameAtTheTop(items);
        var ended = ended(items);
        var changed = items.stream().skip(same).map(this::entry).toList();
        drafts.draft(changed);
        if (same == 0) {
            document.replaceAll(changed);
        } else if (same < document.entries().size()) {
            document.replaceFrom(same, changed);
        } else {
            changed.forEach(entry -> document.insert(document.entries().size(), entry));
        }
        if (thinking != null && document.entry(thinking.id()) != thinking) {
            thinking = null;
        }
        empty.set(items.isEmpty());
        drafts.start();
        ended.ifPresent(this::announceEnd);
    }

    /** The message that streamed until now, as it ended. */
    private Optional<TranscriptMessage> ended(List<? extends TranscriptItem> items) {
        return !items.isEmpty()
                        && items.getLast() instanceof TranscriptMessage message
                        && !(message.state() instanceof MessageState.Streaming)
                        && document.entry(message.id()) instanceof MessageEntry entry
                        && entry.isStreaming()
                ? Optional.of(message)
                : Optional.empty();
    }

    private void announceEnd(TranscriptMessage message) {
        announcement.set(
                switch (message.state()) {
                    case MessageState.Failed(var sentence) -> sentence;
                    case MessageState.Interrupted(var sentence) when !sentence.isEmpty() -> sentence;
                    case MessageState.Interrupted _ -> Texts.of("transcript.ending.interrupted");
                    default -> Texts.of("transcript.announce.done");
                });
    }

    private int sameAtTheTop(List<? extends TranscriptItem> items) {
        var entries = document.entries();
        int most = Math.min(items.size(), entries.size());
        int same = 0;
        while (same < most && isShown(entries.get(same), items.get(same))) {
            same++;
        }
        return same;
    }

    /** A reply that streams is ahead of what is known elsewhere, and its clock goes on. */
    private boolean isShown(Entry entry, TranscriptItem item) {
        var shown = entry.item(frames.nanos());
        return shown.equals(item)
                || (entry instanceof MessageEntry message
                        && message.isStreaming()
                        && item instanceof TranscriptMessage now
                        && now.state() instanceof MessageState.Streaming
                        && now.id().equals(entry.id())
                        && now.siblings().equals(message.message().siblings()));
    }

    /**
     * Shows another version of an item, or a new item at the end. A message that ended gets its exact figures this way.
     *
     * @param item with an id that is known, or a new one
     */
    public void update(TranscriptItem item) {
        flush();
        switch (document.entry(item.id())) {
            case MessageEntry entry
            when item instanceof TranscriptMessage message -> {
                boolean streamed = entry.isStreaming();
                entry.takeOver(message, frames.nanos());
                settle(entry);
                document.refresh(entry);
                if (streamed && !entry.isStreaming()) {
                    announceEnd(message);
                }
            }
            case null -> insert(document.entries().size(), item);
            case Entry entry -> {
                int index = document.entries().indexOf(entry);
                document.remove(entry);
                insert(index, item);
            }
        }
    }

    /**
     * Puts a new item before another one, such as the mark where the context begins.
     *
     * @param item with a new id
     * @param nextId the item that follows it
     * @throws IllegalArgumentException where no item has that id
     */
    public void insertBefore(TranscriptItem item, String nextId) {
        flush();
        var next = document.entry(nextId);
        if (next == null) {
            throw new IllegalArgumentException("no item " + nextId);
        }
        insert(document.entries().indexOf(next), item);
    }

    /**
     * Takes an item away; does nothing where none has this id.
     *
     * @param id of the item
     */
    public void remove(String id) {
        flush();
        var entry = document.entry(id);
        if (entry != null) {
            document.remove(entry);
            empty.set(document.entries().isEmpty());
        }
    }

    /**
     * More of a message's thought, of one token. The first text starts the thought and its clock, unless it is
     * streaming already. Any thread.
     *
     * @param id of a streaming message; text of an unknown one is dropped
     * @param text whole code points
     */
    public void appendReasoning(String id, String text) {
        appendReasoning(id, text, 1);
    }

    /**
     * More of a message's thought. Any thread.
     *
     * @param id of a streaming message; text of an unknown one is dropped
     * @param text whole code points
     * @param tokens how many it is made of
     */
    public void appendReasoning(String id, String text, int tokens) {
        buffer(id, Kind.REASONING, text, tokens);
    }

    /**
     * More of a message's answer. The first text ends the thought. Any thread.
     *
     * @param id of a streaming message; text of an unknown one is dropped
     * @param text whole code points
     */
    public void appendAnswer(String id, String text) {
        buffer(id, Kind.ANSWER, text, 1);
    }

    private void buffer(String id, Kind kind, String text, int tokens) {
        if (buffer.add(id, kind, text, tokens)) {
            frames.atNext(this::flush);
        }
    }

    /** Shows waiting text now, without waiting for the next frame. */
    public void flush() {
        for (var piece : buffer.drain()) {
            if (document.entry(piece.messageId()) instanceof MessageEntry entry) {
                switch (piece.kind()) {
                    case REASONING -> addReasoning(entry, piece);
                    case ANSWER -> addAnswer(entry, piece);
                }
            }
        }
    }

    private void addReasoning(MessageEntry entry, StreamBuffer.Piece piece) {
        var pane = entry.pane();
        if (!pane.isStreaming() && !entry.hasAnswer()) {
            pane.start(frames.nanos());
        }
        var edit = entry.appendThought(piece.text(), piece.tokens());
        if (pane.isStreaming() && thinking != entry) {
            settle(entry);
            document.refresh(entry);
        } else {
            pane.tick(frames.nanos());
            document.apply(entry, edit);
        }
    }

    private void addAnswer(MessageEntry entry, StreamBuffer.Piece piece) {
        boolean begins = !entry.hasAnswer();
        boolean linesAboveChange = begins || entry.pane().isStreaming();
        if (entry.pane().isStreaming()) {
            entry.pane().end(Thought.State.DONE, frames.nanos());
        }
        var edit = entry.append(piece.text());
        if (linesAboveChange || entry.isFirstLine(edit)) {
            settle(entry);
            document.refresh(entry);
        } else {
            document.apply(entry, edit);
        }
        if (begins) {
            announce("transcript.announce.answer");
        }
    }

    /**
     * It is known how long a message may think, or why its thought was brought to its end.
     *
     * @param id of a streaming message; another is left alone
     * @param change of what is known so far
     */
    public void changeCourse(String id, UnaryOperator<Thought.Course> change) {
        flush();
        if (document.entry(id) instanceof MessageEntry entry && entry.isStreaming()) {
            entry.pane().take(change.apply(entry.pane().course()), frames.nanos());
        }
    }

    /**
     * It is decided whether a message thinks.
     *
     * @param id of a streaming message; another is left alone
     */
    public void decide(String id, AutoNote note) {
        flush();
        if (document.entry(id) instanceof MessageEntry entry && entry.isStreaming()) {
            entry.decide(note, frames.nanos());
            document.refresh(entry);
        }
    }

    /**
     * A message calls another tool.
     *
     * @param id of a streaming message; another is left alone
     */
    public void call(String id, ToolCard card) {
        flush();
        if (document.entry(id) instanceof MessageEntry entry && entry.isStreaming()) {
            if (entry.pane().isStreaming()) {
                entry.pane().end(Thought.State.DONE, frames.nanos());
                settle(entry);
            }
            entry.call(card);
            document.refresh(entry);
            announce("transcript.announce.tool");
        }
    }

    /**
     * Puts an editor in the place of a message's thought, or takes it away.
     *
     * @param id of a message with a thought that does not stream; another is left alone
     */
    public void editThought(String id, boolean edits) {
        flush();
        if (document.entry(id) instanceof MessageEntry entry
                && entry.pane().isShown()
                && !entry.isStreaming()
                && entry.isEdited() != edits) {
            entry.edit(edits);
            document.refresh(entry);
        }
    }

    /** Decides how a message's thought is shown, and keeps its clock going. */
    private void settle(MessageEntry entry) {
        var pane = entry.pane();
        if (thoughtDisplay.get() == ThoughtDisplay.HIDDEN) {
            pane.hide(frames.nanos());
        } else {
            boolean isOpen = chosen.getOrDefault(entry.id(), thoughtDisplay.get() == ThoughtDisplay.OPEN);
            boolean untouched = !chosen.containsKey(entry.id());
            boolean peeks = pane.isStreaming() && untouched && thoughtDisplay.get() == ThoughtDisplay.PEEK;
            pane.display(isOpen, peeks, frames.nanos());
        }
        if (pane.isStreaming() && thinking != entry) {
            thinking = entry;
            announce("transcript.announce.thinking");
            frames.atNext(() -> tick(entry));
        } else if (!pane.isStreaming() && thinking == entry) {
            thinking = null;
        }
    }

    private void tick(MessageEntry entry) {
        if (thinking == entry) {
            entry.pane().tick(frames.nanos());
            frames.atNext(() -> tick(entry));
        }
    }

    private void onThoughtDisplayChanged() {
        for (var entry : document.entries()) {
            if (entry instanceof MessageEntry message) {
                settle(message);
            }
        }
        if (!document.entries().isEmpty()) {
            document.replaceAll(List.copyOf(document.entries()));
        }
    }

    /**
     * How thoughts are shown that the user neither opened nor folded.
     *
     * @return {@link ThoughtDisplay#PEEK} unless set
     */
    public ObjectProperty<ThoughtDisplay> thoughtDisplayProperty() {
        return thoughtDisplay;
    }

    /**
     * Opens a folded thought, or folds an open one. It stays so until the user says otherwise.
     *
     * @param id of a message with a thought; another is left alone
     */
    public void toggleThought(String id) {
        flush();
        if (document.entry(id) instanceof MessageEntry entry && entry.pane().isShown() && !entry.isEdited()) {
            chosen.put(id, !entry.pane().isOpen());
            settle(entry);
            document.refresh(entry);
        }
    }

    /**
     * Whether a message's thought is shown in full.
     *
     * @param id of a message
     * @return false also where there is no such message or thought
     */
    public boolean isThoughtOpen(String id) {
        return document.entry(id) instanceof MessageEntry entry
                && entry.pane().isShown()
                && entry.pane().isOpen();
    }

    /**
     * An item with everything that was appended to it.
     *
     * @param id of the item
     * @return empty where none has this id
     */
    public Optional<TranscriptItem> item(String id) {
        flush();
        return Optional.ofNullable(document.entry(id)).map(entry -> entry.item(frames.nanos()));
    }

    /**
     * Whether there is nothing to show.
     *
     * @return true until the first item
     */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /**
     * What a screen reader should say: that the model thinks, that its answer begins, that it ended. Never tokens.
     *
     * @return empty until something happens
     */
    public ReadOnlyStringProperty announcementProperty() {
        return announcement.getReadOnlyProperty();
    }

    private void announce(String key) {
        announcement.set(Texts.of(key));
    }

    TranscriptDocument document() {
        return document;
    }

    private void insert(int index, TranscriptItem item) {
        document.insert(index, entry(item));
        empty.set(false);
    }

    private Entry entry(TranscriptItem item) {
        return switch (item) {
            case ContextBoundary boundary -> Entry.Mark.of(boundary);
            case TranscriptNotice notice -> Entry.Mark.of(notice);
            case TranscriptMessage message -> {
                var entry = new MessageEntry(message, frames.nanos());
                settle(entry);
                yield entry;
            }
        };
    }
}
