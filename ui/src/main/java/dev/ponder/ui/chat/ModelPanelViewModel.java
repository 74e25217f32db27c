package dev.ponder.ui.chat;

import dev.ponder.engine.Sampling;
import dev.ponder.settings.ModelSettings;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the model in use is drawn from and loaded. Sampling holds from the next reply on; the rest when the model is loaded
 * again. Belongs to the JavaFX thread.
 */
public final class ModelPanelViewModel {

    private final SettingsFile settings;
    private final ModelService models;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable ModelFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Boolean> whileThinking = new SimpleObjectProperty<>(true);
    private final ReadOnlyBooleanWrapper reloads = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper recommended = new ReadOnlyBooleanWrapper(true);
    private boolean filling;

    private final SamplingFields sampling = new SamplingFields();
    private final LoadFields load = new LoadFields();

    /** Makes the view model for whichever model is in use. */
    public ModelPanelViewModel(
            SettingsFile settings,
            ModelService models,
            ReadOnlyObjectProperty<ModelState> state,
            Tasks tasks,
            Notices notices) {
        this.settings = settings;
        this.models = models;
        this.tasks = tasks;
        this.notices = notices;
        state.subscribe(now -> {
            if (now instanceof ModelState.Ready(var ready)) {
                facts.set(ready);
                fill();
            }
        });
        whileThinking.subscribe(_ -> fill());
        sampling.onChange(this::keepSampling);
        load.onChange(this::compare);
    }

    /** The model in use; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable ModelFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Which of the two samplings is shown. */
    public ObjectProperty<Boolean> whileThinkingProperty() {
        return whileThinking;
    }

    /** How tokens are drawn. */
    public SamplingFields sampling() {
        return sampling;
    }

    /** How the model is loaded. */
    public LoadFields load() {
        return load;
    }

    /** Whether something is chosen that needs the model to be loaded again. */
    public ReadOnlyBooleanProperty reloadsProperty() {
        return reloads.getReadOnlyProperty();
    }

    /** Whether everything is as recommended. */
    public ReadOnlyBooleanProperty recommendedProperty() {
        return recommended.getReadOnlyProperty();
    }

    /** Takes the recommended values, loading the model again where that changes how it is loaded. */
    public void recommend() {
        var model = facts.get();
        if (model == null) {
            return;
        }
        var before = stored(model);
        save(model, ModelSettings.RECOMMENDED, !LoadFields.same(before, ModelSettings.RECOMMENDED));
    }

    /** Loads the model again with what is typed. */
    public void reload() {
        var model = facts.get();
        if (model != null && reloads.get()) {
            save(model, load.typed(stored(model)), true);
        }
    }

    private void fill() {
        var model = facts.get();
        if (model == null) {
            return;
        }
        filling = true;
        var stored = stored(model);
        var shown = whileThinking.get() ? stored.thinkingSampling() : stored.answeringSampling();
        sampling.show(shown != null ? shown : standard(model));
        load.show(model, stored);
        filling = false;
        compare();
    }

    private Sampling standard(ModelFacts model) {
        return whileThinking.get() ? model.thinkingSampling() : model.answeringSampling();
    }

    private void keepSampling() {
        var model = facts.get();
        if (filling || model == null || !sampling.isValid()) {
            return;
        }
        var typed = sampling.typed(standard(model));
        var own = typed.equals(standard(model)) ? null : typed;
        var old = stored(model);
        var changed = new ModelSettings(
                old.contextSize(),
                old.yarnFactor(),
                old.kvType(),
                old.threads(),
                old.gpuLayers(),
                whileThinking.get() ? own : old.thinkingSampling(),
                whileThinking.get() ? old.answeringSampling() : own);
        if (!changed.equals(old)) {
            save(model, changed, false);
        }
    }

    private void compare() {
        var model = facts.get();
        if (filling || model == null) {
            return;
        }
        boolean valid = load.isValid();
        var stored = stored(model);
        reloads.set(valid && !LoadFields.same(load.typed(stored), stored));
        recommended.set(valid && !reloads.get() && stored.equals(ModelSettings.RECOMMENDED));
    }

    private ModelSettings stored(ModelFacts model) {
        return settings.settings().of(model.id());
    }

    private void save(ModelFacts model, ModelSettings changed, boolean loads) {
        tasks.run(
                () -> settings.update(all -> all.withModelSettings(model.id(), changed)),
                () -> {
                    if (loads || changed.equals(ModelSettings.RECOMMENDED)) {
                        fill();
                    }
                    compare();
                    if (loads) {
                        models.load(model.id());
                    }
                },
                failure -> notices.show(Kind.SETTINGS, failure));
    }
}
