package dev.ponder.ui.transcript;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Two replies to one question, without and with a thought, of which one is to be kept. Holds no nodes. Belongs to the
 * JavaFX thread; text streams into the transcripts of its sides as into any other.
 */
public final class ComparisonViewModel {

    /** A reply that has not begun. */
    static final ComparedReply NOTHING = new ComparedReply("", List.of(), "", false);

    private final Side direct = new Side();
    private final Side thinking = new Side();
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final BooleanProperty left = new SimpleBooleanProperty();

    /** A comparison whose thoughts show themselves as those of a transcript do. */
    public ComparisonViewModel(ObjectProperty<ThoughtDisplay> display) {
        direct.transcript.thoughtDisplayProperty().bind(display);
        thinking.transcript.thoughtDisplayProperty().bind(display);
    }

    /** One of the two. */
    static final class Side {
        final TranscriptViewModel transcript = new TranscriptViewModel();
        private final ReadOnlyObjectWrapper<ComparedReply> reply = new ReadOnlyObjectWrapper<>(NOTHING);

        ReadOnlyObjectProperty<ComparedReply> replyProperty() {
            return reply.getReadOnlyProperty();
        }

        private void show(ComparedReply now) {
            reply.set(now);
            transcript.show(now.items());
        }
    }

    /** Where what streams goes, too. */
    public List<TranscriptViewModel> transcripts() {
        return List.of(direct.transcript, thinking.transcript);
    }

    /**
     * Shows a comparison.
     *
     * @param asked the question
     * @param canGoOn whether a side is left that nobody works on
     */
    public void show(String asked, ComparedReply without, ComparedReply with, boolean canGoOn) {
        question.set(asked);
        direct.show(without);
        thinking.show(with);
        left.set(canGoOn);
        shown.set(true);
    }

    /** There is nothing to compare. */
    public void hide() {
        if (shown.get()) {
            shown.set(false);
            direct.show(NOTHING);
            thinking.show(NOTHING);
        }
    }

    /** Whether there is a comparison. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    BooleanProperty leftProperty() {
        return left;
    }

    Side direct() {
        return direct;
    }

    Side thinking() {
        return thinking;
    }
}
