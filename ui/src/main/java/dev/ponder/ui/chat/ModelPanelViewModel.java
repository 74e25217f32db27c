package dev.ponder.ui.chat;

import dev.ponder.engine.KvType;
import dev.ponder.engine.Sampling;
import dev.ponder.settings.ModelSettings;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.chat.NumberField.Limits;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.util.stream.Stream;
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

    private static final int MOST_THREADS = 256;
    private static final int MOST_TOP_K = 1_000;
    private static final long MOST_SEED = 0xFFFF_FFFEL;

    private final SettingsFile settings;
    private final ModelService models;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable ModelFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Boolean> whileThinking = new SimpleObjectProperty<>(true);
    private final ObjectProperty<KvType> kvType = new SimpleObjectProperty<>(KvType.F16);
    private final ReadOnlyBooleanWrapper reloads = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper recommended = new ReadOnlyBooleanWrapper(true);
    private boolean filling;

    private final NumberField temperature = new NumberField(new Limits(0, 2, false));
    private final NumberField topP = new NumberField(new Limits(0.01, 1, false));
    private final NumberField topK = new NumberField(new Limits(0, MOST_TOP_K, true));
    private final NumberField minP = new NumberField(new Limits(0, 1, false));
    private final NumberField presence = new NumberField(new Limits(-2, 2, false));
    private final NumberField repetition = new NumberField(new Limits(0.5, 2, false));
    private final NumberField seed = new NumberField(new Limits(-1, MOST_SEED, true), -1);
    private final NumberField contextSize = new NumberField(new Limits(0, Integer.MAX_VALUE, true), 0);
    private final NumberField threads = new NumberField(new Limits(0, MOST_THREADS, true), 0);
    private final NumberField gpuLayers = new NumberField(new Limits(-1, 1_000, true), -1);

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
        sampling().forEach(field -> field.textProperty().subscribe(_ -> keepSampling()));
        Stream.of(contextSize, threads, gpuLayers)
                .forEach(field -> field.textProperty().subscribe(_ -> compare()));
        kvType.subscribe(_ -> compare());
    }

    /** The model in use; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable ModelFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Which of the two samplings is shown. */
    public ObjectProperty<Boolean> whileThinkingProperty() {
        return whileThinking;
    }

    /** Element type of the KV cache. */
    public ObjectProperty<KvType> kvTypeProperty() {
        return kvType;
    }

    /** Whether something is chosen that needs the model to be loaded again. */
    public ReadOnlyBooleanProperty reloadsProperty() {
        return reloads.getReadOnlyProperty();
    }

    /** Whether everything is as recommended. */
    public ReadOnlyBooleanProperty recommendedProperty() {
        return recommended.getReadOnlyProperty();
    }

    public NumberField temperature() {
        return temperature;
    }

    public NumberField topP() {
        return topP;
    }

    public NumberField topK() {
        return topK;
    }

    public NumberField minP() {
        return minP;
    }

    public NumberField presence() {
        return presence;
    }

    public NumberField repetition() {
        return repetition;
    }

    public NumberField seed() {
        return seed;
    }

    /** Tokens; 0 for the recommended size. */
    public NumberField contextSize() {
        return contextSize;
    }

    /** 0 for the recommended number. */
    public NumberField threads() {
        return threads;
    }

    /** -1 for all. */
    public NumberField gpuLayers() {
        return gpuLayers;
    }

    /** Takes the recommended values, loading the model again where that changes how it is loaded. */
    public void recommend() {
        var model = facts.get();
        if (model == null) {
            return;
        }
        var before = stored(model);
        save(model, ModelSettings.RECOMMENDED, !sameLoad(before, ModelSettings.RECOMMENDED));
    }

    /** Loads the model again with what is typed. */
    public void reload() {
        var model = facts.get();
        if (model != null && reloads.get()) {
            save(model, typed(stored(model)), true);
        }
    }

    private Stream<NumberField> sampling() {
        return Stream.of(temperature, topP, topK, minP, presence, repetition, seed);
    }

    private void fill() {
        var model = facts.get();
        if (model == null) {
            return;
        }
        filling = true;
        var stored = stored(model);
        var shown = whileThinking.get() ? stored.thinkingSampling() : stored.answeringSampling();
        show(shown != null ? shown : standard(model));
        contextSize.set(stored.contextSize());
        threads.set(stored.threads());
        gpuLayers.set(stored.gpuLayers());
        kvType.set(stored.kvType());
        filling = false;
        compare();
    }

    private Sampling standard(ModelFacts model) {
        return whileThinking.get() ? model.thinkingSampling() : model.answeringSampling();
    }

    private void show(Sampling sampling) {
        temperature.set(sampling.temperature());
        topP.set(sampling.topP());
        topK.set(sampling.topK());
        minP.set(sampling.minP());
        presence.set(sampling.presencePenalty());
        repetition.set(sampling.repetitionPenalty());
        seed.set((double) sampling.seed());
    }

    private void keepSampling() {
        var model = facts.get();
        if (filling
                || model == null
                || sampling().anyMatch(field -> !field.validProperty().get())) {
            return;
        }
        var typed = new Sampling(
                temperature.get(),
                (int) topK.get(),
                topP.get(),
                minP.get(),
                presence.get(),
                standard(model).frequencyPenalty(),
                repetition.get(),
                (long) seed.get());
        var own = typed.equals(standard(model)) ? null : typed;
        var old = stored(model);
        var changed = new ModelSettings(
                old.contextSize(),
                old.kvType(),
                old.threads(),
                old.gpuLayers(),
                whileThinking.get() ? own : old.thinkingSampling(),
                whileThinking.get() ? old.answeringSampling() : own);
        if (!changed.equals(old)) {
            save(model, changed, false);
        }
    }

    private ModelSettings typed(ModelSettings old) {
        return new ModelSettings(
                (int) contextSize.get(),
                kvType.get(),
                (int) threads.get(),
                (int) gpuLayers.get(),
                old.thinkingSampling(),
                old.answeringSampling());
    }

    private void compare() {
        var model = facts.get();
        if (filling || model == null) {
            return;
        }
        boolean valid = Stream.of(contextSize, threads, gpuLayers)
                .allMatch(field -> field.validProperty().get());
        var stored = stored(model);
        reloads.set(valid && !sameLoad(typed(stored), stored));
        recommended.set(valid && !reloads.get() && stored.equals(ModelSettings.RECOMMENDED));
    }

    private static boolean sameLoad(ModelSettings one, ModelSettings other) {
        return one.contextSize() == other.contextSize()
                && one.kvType() == other.kvType()
                && one.threads() == other.threads()
                && one.gpuLayers() == other.gpuLayers();
    }

    private ModelSettings stored(ModelFacts model) {
        return settings.settings().of(model.id());
    }

    private void save(ModelFacts model, ModelSettings changed, boolean load) {
        tasks.run(
                () -> settings.update(all -> all.withModelSettings(model.id(), changed)),
                () -> {
                    if (load || changed.equals(ModelSettings.RECOMMENDED)) {
                        fill();
                    }
                    compare();
                    if (load) {
                        models.load(model.id());
                    }
                },
                failure -> notices.show(Kind.SETTINGS, failure));
    }
}
