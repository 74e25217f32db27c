package dev.ponder.ui.chat;

import dev.ponder.engine.Sampling;
import dev.ponder.ui.chat.NumberField.Limits;
import java.util.stream.Stream;

/** How tokens are drawn, as numbers that are typed. Belongs to the JavaFX thread. */
public final class SamplingFields {

    private static final int MOST_TOP_K = 1_000;
    private static final long MOST_SEED = 0xFFFF_FFFEL;

    private final NumberField temperature = new NumberField(new Limits(0, 2, false));
    private final NumberField topP = new NumberField(new Limits(0.01, 1, false));
    private final NumberField topK = new NumberField(new Limits(0, MOST_TOP_K, true));
    private final NumberField minP = new NumberField(new Limits(0, 1, false));
    private final NumberField presence = new NumberField(new Limits(-2, 2, false));
    private final NumberField repetition = new NumberField(new Limits(0.5, 2, false));
    private final NumberField seed = new NumberField(new Limits(-1, MOST_SEED, true), -1);

    SamplingFields() {}

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

    /** Empty for another one each time. */
    public NumberField seed() {
        return seed;
    }

    void onChange(Runnable listener) {
        all().forEach(field -> field.textProperty().subscribe(_ -> listener.run()));
    }

    boolean isValid() {
        return all().allMatch(field -> field.validProperty().get());
    }

    void show(Sampling sampling) {
        temperature.set(sampling.temperature());
        topP.set(sampling.topP());
        topK.set(sampling.topK());
        minP.set(sampling.minP());
        presence.set(sampling.presencePenalty());
        repetition.set(sampling.repetitionPenalty());
        seed.set((double) sampling.seed());
    }

    /** What is typed, where all of it is valid; what no field is for is taken from the recommendation. */
    Sampling typed(Sampling standard) {
        return new Sampling(
                temperature.get(),
                (int) topK.get(),
                topP.get(),
                minP.get(),
                presence.get(),
                standard.frequencyPenalty(),
                repetition.get(),
                (long) seed.get());
    }

    private Stream<NumberField> all() {
        return Stream.of(temperature, topP, topK, minP, presence, repetition, seed);
    }
}
