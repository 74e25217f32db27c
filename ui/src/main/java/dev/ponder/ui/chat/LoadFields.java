package dev.ponder.ui.chat;

import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.resources.Texts;
import dev.ponder.settings.ModelSettings;
import dev.ponder.ui.chat.NumberField.Limits;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How a model is loaded, as it is typed and chosen. Belongs to the JavaFX thread. */
public final class LoadFields {

    private static final int MOST_THREADS = 256;
    private static final int MOST_LAYERS = 1_000;
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;

    private final NumberField contextSize = new NumberField(new Limits(0, Integer.MAX_VALUE, true), 0);
    private final NumberField threads = new NumberField(new Limits(0, MOST_THREADS, true), 0);
    private final NumberField gpuLayers = new NumberField(new Limits(-1, MOST_LAYERS, true), -1);
    private final ObjectProperty<Integer> yarnFactor = new SimpleObjectProperty<>(1);
    private final ObjectProperty<KvType> kvType = new SimpleObjectProperty<>(KvType.F16);
    private final ReadOnlyStringWrapper contextNote = new ReadOnlyStringWrapper("");
    private @Nullable ModelFacts model;

    LoadFields() {
        onChange(this::update);
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

    /** How many times YaRN stretches the context; 1 for not at all. */
    public ObjectProperty<Integer> yarnFactorProperty() {
        return yarnFactor;
    }

    /** Element type of the KV cache. */
    public ObjectProperty<KvType> kvTypeProperty() {
        return kvType;
    }

    /** How long the context can be, and what the chosen length takes of memory; empty before there is a model. */
    public ReadOnlyStringProperty contextNoteProperty() {
        return contextNote.getReadOnlyProperty();
    }

    void onChange(Runnable listener) {
        numbers().forEach(field -> field.textProperty().subscribe(_ -> listener.run()));
        yarnFactor.subscribe(_ -> listener.run());
        kvType.subscribe(_ -> listener.run());
    }

    boolean isValid() {
        return numbers().allMatch(field -> field.validProperty().get());
    }

    void show(ModelFacts facts, ModelSettings stored) {
        model = facts;
        yarnFactor.set(stored.yarnFactor());
        contextSize.set(stored.contextSize());
        threads.set(stored.threads());
        gpuLayers.set(stored.gpuLayers());
        kvType.set(stored.kvType());
        update();
    }

    /** What is typed, where all of it is valid, with another's sampling. */
    ModelSettings typed(ModelSettings old) {
        return new ModelSettings(
                (int) contextSize.get(),
                yarnFactor.get(),
                kvType.get(),
                (int) threads.get(),
                (int) gpuLayers.get(),
                old.thinkingSampling(),
                old.answeringSampling());
    }

    /** Whether two settings load a model in the same way. */
    static boolean same(ModelSettings one, ModelSettings other) {
        return one.contextSize() == other.contextSize()
                && one.yarnFactor() == other.yarnFactor()
                && one.kvType() == other.kvType()
                && one.threads() == other.threads()
                && one.gpuLayers() == other.gpuLayers();
    }

    private void update() {
        var facts = model;
        if (facts == null) {
            return;
        }
        int most = yarnFactor.get() > 1
                ? LoadRequest.YARN_ORIGINAL * yarnFactor.get()
                : facts.context().nativeTokens();
        contextSize.setLimits(new Limits(0, most, true));
        int tokens = contextSize.validProperty().get() && contextSize.get() > 0
                ? (int) contextSize.get()
                : facts.info().contextSize();
        Long each = facts.context().bytesPerToken().get(kvType.get());
        contextNote.set(
                each == null
                        ? Texts.of("panel.context.most", most)
                        : Texts.of("panel.context.note", most, tokens, size(each * tokens)));
    }

    private static String size(long bytes) {
        return bytes >= GIGA
                ? Texts.of("panel.size.gigabytes", bytes / GIGA)
                : Texts.of("panel.size.megabytes", bytes / MEGA);
    }

    private Stream<NumberField> numbers() {
        return Stream.of(contextSize, threads, gpuLayers);
    }
}
