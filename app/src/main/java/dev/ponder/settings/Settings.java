package dev.ponder.settings;

import dev.ponder.chat.OverflowPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All settings at one moment.
 *
 * @param appearance light or dark
 * @param fontScale 1 for the usual size; between {@value #SMALLEST_FONT} and {@value #LARGEST_FONT}
 * @param reasoningPane what the pane with the thought does by itself
 * @param thinking what holds for thinking
 * @param overflow what happens in a new conversation when the context is full
 * @param trashDays after how many days what was deleted goes for good; 0 for never
 * @param model the model of a new conversation by its id or path; null for the demo model
 * @param recentModels models used last, the latest first, by their ids or paths
 * @param models how models are loaded, by their ids or paths
 * @param fetch how models are fetched
 * @param window where the window was; null before it was ever closed
 */
public record Settings(
        Appearance appearance,
        double fontScale,
        ReasoningPane reasoningPane,
        ThinkingSettings thinking,
        OverflowPolicy overflow,
        int trashDays,
        @Nullable String model,
        List<String> recentModels,
        Map<String, ModelSettings> models,
        FetchSettings fetch,
        @Nullable WindowPlace window) {

    /** The smallest font scale. */
    public static final double SMALLEST_FONT = 0.75;
    /** The largest font scale. */
    public static final double LARGEST_FONT = 2;

    /** What was deleted lies no longer than this, unless it lies for ever. */
    public static final int MOST_TRASH_DAYS = 3650;

    private static final int RECENT = 8;

    /** What holds before anything was set. */
    public static final Settings DEFAULT = new Settings(
            Appearance.SYSTEM,
            1,
            ReasoningPane.FOLD_AT_ANSWER,
            ThinkingSettings.DEFAULT,
            OverflowPolicy.STOP_AND_ASK,
            30,
            null,
            List.of(),
            Map.of(),
            FetchSettings.DEFAULT,
            null);

    public Settings {
        if (!(fontScale >= SMALLEST_FONT && fontScale <= LARGEST_FONT)) {
            throw new IllegalArgumentException("the font scale is out of range");
        }
        if (trashDays < 0 || trashDays > MOST_TRASH_DAYS) {
            throw new IllegalArgumentException("the days are out of range");
        }
        recentModels = List.copyOf(recentModels);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** How a model is loaded. */
    public ModelSettings of(String modelId) {
        return models.getOrDefault(modelId, ModelSettings.RECOMMENDED);
    }

    public Settings withAppearance(Appearance choice) {
        return new Settings(
                choice,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                model,
                recentModels,
                models,
                fetch,
                window);
    }

    public Settings withFontScale(double scale) {
        return new Settings(
                appearance,
                scale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                model,
                recentModels,
                models,
                fetch,
                window);
    }

    public Settings withReasoningPane(ReasoningPane pane) {
        return new Settings(
                appearance, fontScale, pane, thinking, overflow, trashDays, model, recentModels, models, fetch, window);
    }

    public Settings withThinking(ThinkingSettings chosen) {
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                chosen,
                overflow,
                trashDays,
                model,
                recentModels,
                models,
                fetch,
                window);
    }

    public Settings withOverflow(OverflowPolicy policy) {
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                policy,
                trashDays,
                model,
                recentModels,
                models,
                fetch,
                window);
    }

    public Settings withTrashDays(int days) {
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                days,
                model,
                recentModels,
                models,
                fetch,
                window);
    }

    /** Makes a model the one of new conversations and the latest used one. */
    public Settings withModel(String modelId) {
        var recent = Stream.concat(Stream.of(modelId), recentModels.stream())
                .distinct()
                .limit(RECENT)
                .toList();
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                modelId,
                recent,
                models,
                fetch,
                window);
    }

    /** Sets how a model is loaded; the recommended settings are not written down. */
    public Settings withModelSettings(String modelId, ModelSettings settings) {
        var changed = new LinkedHashMap<>(models);
        if (settings.equals(ModelSettings.RECOMMENDED)) {
            changed.remove(modelId);
        } else {
            changed.put(modelId, settings);
        }
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                model,
                recentModels,
                changed,
                fetch,
                window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                model,
                recentModels,
                models,
                fetch,
                place);
    }

    public Settings withFetch(FetchSettings chosen) {
        return new Settings(
                appearance,
                fontScale,
                reasoningPane,
                thinking,
                overflow,
                trashDays,
                model,
                recentModels,
                models,
                chosen,
                window);
    }
}
