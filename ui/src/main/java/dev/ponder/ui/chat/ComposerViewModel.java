package dev.ponder.ui.chat;

import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.resources.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is typed, and whether it can be sent. */
public final class ComposerViewModel {

    /** What the one button does. */
    public enum Mode {
        SEND,
        STOP
    }

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.SEND);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Long> editing = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ThinkingChoice> thinking = new SimpleObjectProperty<>(ThinkingChoice.ON);
    private final ReadOnlyObjectWrapper<Thinking> ability = new ReadOnlyObjectWrapper<>(Thinking.SWITCHABLE);
    private final ReadOnlyStringWrapper abilityReason = new ReadOnlyStringWrapper("");
    private String laidAside = "";

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the one button does. */
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** Why nothing can be sent now, one sentence; empty where it can. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** What the model does now; empty when nothing. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The message that is being edited; null while a new one is written. */
    public ReadOnlyObjectProperty<@Nullable Long> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** What the conversation's thinking control says. */
    public ObjectProperty<ThinkingChoice> thinkingProperty() {
        return thinking;
    }

    /** What the model can do about thinking. */
    public ReadOnlyObjectProperty<Thinking> abilityProperty() {
        return ability.getReadOnlyProperty();
    }

    /** Why the thinking control cannot be changed; empty where it can. */
    public ReadOnlyStringProperty abilityReasonProperty() {
        return abilityReason.getReadOnlyProperty();
    }

    /** Whether what is typed can be sent now. */
    public boolean canSend() {
        return mode.get() == Mode.SEND && reason.get().isEmpty() && !text.get().isBlank();
    }

    /** Whether the next reply is to think, as far as the model lets one choose. */
    public boolean thinks() {
        return switch (ability.get()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case SWITCHABLE -> thinking.get() != ThinkingChoice.OFF;
        };
    }

    /** Takes a past message into the composer; what was typed is laid aside. */
    void edit(long message, String content) {
        if (editing.get() == null) {
            laidAside = text.get();
        }
        editing.set(message);
        text.set(content);
    }

    /** Gives up editing and brings back what was typed before. */
    public void cancelEdit() {
        if (editing.get() != null) {
            editing.set(null);
            text.set(laidAside);
            laidAside = "";
        }
    }

    /** Takes what is typed out of the composer. */
    String take() {
        var taken = text.get().strip();
        if (editing.get() == null) {
            text.set("");
        } else {
            cancelEdit();
        }
        return taken;
    }

    /** Another conversation is shown. */
    void show(String draft, ThinkingChoice choice) {
        editing.set(null);
        laidAside = "";
        text.set(draft);
        thinking.set(choice);
    }

    void setMode(Mode now) {
        mode.set(now);
    }

    void setStatus(String now) {
        status.set(now);
    }

    void setReason(String why) {
        reason.set(why);
    }

    void onModel(ModelState model) {
        if (model instanceof ModelState.Ready(var facts)) {
            var can = facts.template().thinking();
            ability.set(can);
            abilityReason.set(
                    can == Thinking.SWITCHABLE
                            ? ""
                            : Texts.of(
                                    "composer.thinking.fixed", facts.template().thinkingReason()));
        }
    }
}
