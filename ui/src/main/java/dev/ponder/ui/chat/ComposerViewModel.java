package dev.ponder.ui.chat;

import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Said;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.replies.Weight;
import dev.ponder.resources.Texts;
import dev.ponder.thinking.Budget;
import java.util.ArrayList;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final ObjectProperty<Budget> budget = new SimpleObjectProperty<>(Budget.UNLIMITED);
    private final BooleanProperty tools = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper thinkingNow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Thinking> ability = new ReadOnlyObjectWrapper<>(Thinking.SWITCHABLE);
    private final ReadOnlyStringWrapper abilityReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper abilityNote = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Enclosed> enclosed = new SimpleObjectProperty<>(Enclosed.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Weight> weight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Said laidAside = Said.of("");

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

    /** Most tokens of a thought in the conversation. */
    public ObjectProperty<Budget> budgetProperty() {
        return budget;
    }

    /** Whether the model may call the built-in tools in the conversation. */
    public BooleanProperty toolsProperty() {
        return tools;
    }

    /** Whether the model thinks at this moment, so that it can be brought to its answer. */
    public ReadOnlyBooleanProperty thinkingNowProperty() {
        return thinkingNow.getReadOnlyProperty();
    }

    /** What the model can do about thinking. */
    public ReadOnlyObjectProperty<Thinking> abilityProperty() {
        return ability.getReadOnlyProperty();
    }

    /** Why the thinking control cannot be changed; empty where it can. */
    public ReadOnlyStringProperty abilityReasonProperty() {
        return abilityReason.getReadOnlyProperty();
    }

    /** What the model does in any case, in few words; empty where it can be switched. */
    public ReadOnlyStringProperty abilityNoteProperty() {
        return abilityNote.getReadOnlyProperty();
    }

    /** What goes with what is typed. */
    public ObjectProperty<Enclosed> enclosedProperty() {
        return enclosed;
    }

    /** What it takes of the context; null while unknown. */
    public ReadOnlyObjectProperty<@Nullable Weight> weightProperty() {
        return weight.getReadOnlyProperty();
    }

    /** Whether files are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Takes an attachment away again. */
    public void removeAttachment(int index) {
        var left = new ArrayList<>(enclosed.get().attachments());
        left.remove(index);
        enclosed.set(enclosed.get().with(left));
    }

    /** Lets the answer be free again. */
    public void removeSchema() {
        enclosed.set(enclosed.get().with((AnswerSchema) null));
    }

    /** Whether what is typed can be sent now. */
    public boolean canSend() {
        return mode.get() == Mode.SEND && isReady();
    }

    /** Whether what is typed can wait for the end of the reply in progress. */
    public boolean canQueue() {
        return mode.get() == Mode.STOP && editing.get() == null && isReady();
    }

    private boolean isReady() {
        return reason.get().isEmpty() && !text.get().isBlank() && !reading.get() && fits();
    }

    /** Whether what goes with the message fits into the context, as far as that is known. */
    public boolean fits() {
        var known = weight.get();
        return known == null || known.fits();
    }

    /** What holds for the next reply, as far as the model lets one choose. */
    public ThinkingChoice choice() {
        return switch (ability.get()) {
            case ALWAYS -> ThinkingChoice.ON;
            case NEVER -> ThinkingChoice.OFF;
            case SWITCHABLE -> thinking.get();
        };
    }

    /** Whether the next reply may think. */
    public boolean thinks() {
        return choice() != ThinkingChoice.OFF;
    }

    /** Takes a past message into the composer; what was typed is laid aside. */
    void edit(long message, Said said) {
        if (editing.get() == null) {
            laidAside = new Said(text.get(), enclosed.get());
        }
        editing.set(message);
        put(said);
    }

    private void put(Said said) {
        enclosed.set(said.enclosed());
        text.set(said.text());
    }

    /** Gives up editing and brings back what was typed before. */
    public void cancelEdit() {
        if (editing.get() != null) {
            editing.set(null);
            put(laidAside);
            laidAside = Said.of("");
        }
    }

    /** Takes what is typed out of the composer. */
    Said take() {
        var taken = new Said(text.get().strip(), enclosed.get());
        if (editing.get() == null) {
            put(Said.of(""));
        } else {
            cancelEdit();
        }
        return taken;
    }

    /** Another conversation is shown. */
    void show(Said draft, ConversationSettings settings) {
        editing.set(null);
        laidAside = Said.of("");
        put(draft);
        thinking.set(settings.thinking());
        budget.set(settings.budget());
        tools.set(settings.tools());
    }

    /**
     * Shows a new conversation. What was typed while it came from the store was meant for it, not for the one before, whose
     * draft becomes again what it was.
     *
     * @param left what was typed when the new one was asked for
     */
    void takeAlong(String left, Runnable show) {
        var typed = text.get();
        var ahead = typed.startsWith(left) ? typed.substring(left.length()) : "";
        if (!ahead.isEmpty()) {
            text.set(left);
        }
        show.run();
        if (!ahead.isEmpty()) {
            text.set(text.get() + ahead);
        }
    }

    void setMode(Mode now) {
        mode.set(now);
    }

    void setWeight(@Nullable Weight known) {
        weight.set(known);
    }

    void setReading(boolean now) {
        reading.set(now);
    }

    void setStatus(String now) {
        status.set(now);
    }

    void setThinkingNow(boolean now) {
        thinkingNow.set(now);
    }

    /** What the model does in a phase of a reply. */
    void setStatus(ChatEvent.Progress progress) {
        status.set(
                switch (progress.phase()) {
                    case READING ->
                        progress.total() == 0
                                ? Texts.of("composer.status.starting")
                                : Texts.of("composer.status.reading", progress.done(), progress.total());
                    case THINKING -> Texts.of("composer.status.thinking");
                    case ANSWERING -> Texts.of("composer.status.answering");
                });
    }

    /** Why a model that is not ready cannot be asked; nothing of one that is. */
    void setReason(ModelState model) {
        setReason(
                switch (model) {
                    case ModelState.None() -> Texts.of("composer.reason.none");
                    case ModelState.Loading(var name, var _) -> Texts.of("composer.reason.loading", name);
                    case ModelState.Failed(var _, var name, var _) -> Texts.of("composer.reason.failed", name);
                    case ModelState.Ready(var _) -> "";
                });
    }

    void setReason(String why) {
        reason.set(why);
    }

    void onModel(ModelState model) {
        if (model instanceof ModelState.Ready(var facts)) {
            var can = facts.template().thinking();
            ability.set(can);
            abilityNote.set(
                    switch (can) {
                        case SWITCHABLE -> "";
                        case ALWAYS -> Texts.of("composer.thinking.always", facts.name());
                        case NEVER -> Texts.of("composer.thinking.never", facts.name());
                    });
            abilityReason.set(
                    can == Thinking.SWITCHABLE
                            ? ""
                            : Texts.of(
                                    "composer.thinking.fixed", facts.template().thinkingReason()));
        }
    }
}
