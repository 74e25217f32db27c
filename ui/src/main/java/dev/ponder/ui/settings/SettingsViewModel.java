package dev.ponder.ui.settings;

import dev.ponder.chat.OverflowPolicy;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.resources.Texts;
import dev.ponder.settings.Appearance;
import dev.ponder.settings.ReasoningPane;
import dev.ponder.settings.Settings;
import dev.ponder.settings.SettingsFile;
import dev.ponder.settings.ThinkingSettings;
import dev.ponder.store.Backup;
import dev.ponder.thinking.Budget;
import dev.ponder.ui.chat.NumberField;
import dev.ponder.ui.chat.NumberField.Limits;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The settings as the page shows them; each change is written at once. Belongs to the JavaFX thread. */
public final class SettingsViewModel {

    private static final int MOST_SECONDS = 3_600;

    private final SettingsFile file;
    private final DataService data;
    private final Tasks tasks;
    private final Notices notices;
    private final Toasts toasts;
    private final ObjectProperty<Appearance> appearance;
    private final DoubleProperty fontScale;
    private final ObjectProperty<ReasoningPane> reasoningPane;
    private final ObjectProperty<ThinkingChoice> thinking;
    private final ObjectProperty<Budget> budget;
    private final NumberField answerWithin = new NumberField(new Limits(0, MOST_SECONDS, true), 0);
    private final ObjectProperty<Boolean> landsLoops;
    private final ObjectProperty<OverflowPolicy> overflow;
    private final NumberField trashDays = new NumberField(new Limits(1, Settings.MOST_TRASH_DAYS, true), 0);
    private final ObservableList<Backup> backups = FXCollections.observableArrayList();

    /** Makes the view model with what the file says. */
    public SettingsViewModel(SettingsFile file, DataService data, Tasks tasks, Notices notices, Toasts toasts) {
        this.file = file;
        this.data = data;
        this.tasks = tasks;
        this.notices = notices;
        this.toasts = toasts;
        var now = file.settings();
        appearance = new SimpleObjectProperty<>(now.appearance());
        fontScale = new SimpleDoubleProperty(now.fontScale());
        reasoningPane = new SimpleObjectProperty<>(now.reasoningPane());
        thinking = new SimpleObjectProperty<>(now.thinking().choice());
        budget = new SimpleObjectProperty<>(now.thinking().budget());
        landsLoops = new SimpleObjectProperty<>(now.thinking().landsLoops());
        overflow = new SimpleObjectProperty<>(now.overflow());
        var seconds = now.thinking().answerWithinSeconds();
        answerWithin.set(seconds == null ? 0 : seconds);
        trashDays.set(now.trashDays());
        keep(appearance, (settings, value) -> settings.withAppearance(value));
        keep(fontScale, (settings, value) -> settings.withFontScale(value.doubleValue()));
        keep(reasoningPane, (settings, value) -> settings.withReasoningPane(value));
        keep(thinking, aboutThinking(ThinkingSettings::withChoice));
        keep(budget, aboutThinking(ThinkingSettings::withBudget));
        keep(landsLoops, aboutThinking(ThinkingSettings::withLandsLoops));
        answerWithin.textProperty().subscribe((_, _) -> keepSeconds());
        trashDays.textProperty().subscribe((_, _) -> keepTrashDays());
        keep(overflow, (settings, value) -> settings.withOverflow(value));
    }

    /** Light, dark, or as the system. */
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** Size of text, 1 for the usual one. */
    public DoubleProperty fontScaleProperty() {
        return fontScale;
    }

    /** What the pane with the thought does by itself. */
    public ObjectProperty<ReasoningPane> reasoningPaneProperty() {
        return reasoningPane;
    }

    /** Whether new conversations think. */
    public ObjectProperty<ThinkingChoice> thinkingProperty() {
        return thinking;
    }

    /** Most tokens of a thought in new conversations. */
    public ObjectProperty<Budget> budgetProperty() {
        return budget;
    }

    /** With Auto, about how many seconds a thought may take; empty for no limit. */
    public NumberField answerWithin() {
        return answerWithin;
    }

    /** After how many days what was deleted goes for good; empty for never. */
    public NumberField trashDays() {
        return trashDays;
    }

    /** Whether what goes round in circles is brought to its end without asking. */
    public ObjectProperty<Boolean> landsLoopsProperty() {
        return landsLoops;
    }

    /** What happens in new conversations when the context is full. */
    public ObjectProperty<OverflowPolicy> overflowProperty() {
        return overflow;
    }

    /** The backups as they were at the last look, the newest first. */
    public ObservableList<Backup> backups() {
        return backups;
    }

    /** Where everything lies. */
    public String folder() {
        return data.folder().toString();
    }

    /** What Ponder is made of. */
    public DataService.About about() {
        return data.about();
    }

    /** Makes text larger or smaller by steps. */
    public void changeFont(int steps) {
        double changed = Math.round(fontScale.get() * 10 + steps) / 10.0;
        fontScale.set(Math.clamp(changed, Settings.SMALLEST_FONT, Settings.LARGEST_FONT));
    }

    /** Gives text its usual size. */
    public void usualFont() {
        fontScale.set(1);
    }

    /** Looks which backups there are. */
    public void refresh() {
        tasks.call(data::backups, backups::setAll, failure -> notices.show(Kind.STORE, failure));
    }

    /** Shows the data folder in the system's file manager. */
    public void openFolder() {
        run(data::openFolder, () -> {});
    }

    /** Shows the licences' texts in the system's file manager. */
    public void openLicences() {
        run(data::openLicences, () -> {});
    }

    /** Puts a backup in the place of the conversations. */
    public void restore(Backup backup) {
        run(() -> data.restore(backup), () -> {});
    }

    /** Deletes everything the user has here. */
    public void deleteEverything() {
        run(data::deleteEverything, () -> {});
    }

    /** Writes a file about this installation, and says where. */
    public void writeProblemReport() {
        tasks.call(
                data::writeProblemReport,
                written -> toasts.show(
                        Texts.of("settings.report.done", written), Texts.of("settings.report.show"), this::openFolder),
                failure -> notices.show(Kind.SETTINGS, failure));
    }

    private void run(Tasks.Action action, Runnable onDone) {
        tasks.run(action, onDone, failure -> notices.show(Kind.SETTINGS, failure));
    }

    private void keepSeconds() {
        if (answerWithin.validProperty().get()) {
            int typed = (int) answerWithin.get();
            write(settings ->
                    settings.withThinking(settings.thinking().withAnswerWithinSeconds(typed == 0 ? null : typed)));
        }
    }

    private void keepTrashDays() {
        if (trashDays.validProperty().get()) {
            int typed = (int) trashDays.get();
            write(settings -> settings.withTrashDays(typed));
        }
    }

    private static <T> Change<T> aboutThinking(BiFunction<ThinkingSettings, T, ThinkingSettings> change) {
        return (settings, value) -> settings.withThinking(change.apply(settings.thinking(), value));
    }

    private void write(UnaryOperator<Settings> update) {
        tasks.run(() -> file.update(update), failure -> notices.show(Kind.SETTINGS, failure));
    }

    private <T> void keep(Property<T> property, Change<T> change) {
        property.subscribe((_, value) -> write(settings -> change.apply(settings, Objects.requireNonNull(value))));
    }

    /** Puts a value into settings. */
    @FunctionalInterface
    private interface Change<T> {
        Settings apply(Settings settings, T value);
    }
}
