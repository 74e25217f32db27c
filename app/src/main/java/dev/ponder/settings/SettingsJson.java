package dev.ponder.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.Sampling;
import dev.ponder.json.SamplingJson;
import dev.ponder.thinking.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a JSON object. A key that is missing, or holds what this program does not understand, means the default:
 * a later Ponder may know more values.
 */
final class SettingsJson {

    private SettingsJson() {}

    static ObjectNode write(Settings settings) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("appearance", settings.appearance().name())
                .put("fontScale", settings.fontScale())
                .put("reasoningPane", settings.reasoningPane().name())
                .put("thinking", settings.thinking().choice().name())
                .put("thinkingBudget", budget(settings.thinking().budget()))
                .put("answerWithinSeconds", settings.thinking().answerWithinSeconds())
                .put("landLoops", settings.thinking().landsLoops())
                .put("overflow", settings.overflow().name())
                .put("trashDays", settings.trashDays())
                .put("model", settings.model());
        settings.recentModels().forEach(json.putArray("recentModels")::add);
        var models = json.putObject("models");
        settings.models().forEach((id, model) -> models.set(id, write(model)));
        json.putObject("fetch")
                .put("bytesPerSecond", settings.fetch().bytesPerSecond())
                .put("source", settings.fetch().source().name())
                .put("mirror", settings.fetch().mirror());
        var window = settings.window();
        if (window != null) {
            json.putObject("window")
                    .put("x", window.x())
                    .put("y", window.y())
                    .put("width", window.width())
                    .put("height", window.height())
                    .put("maximised", window.maximised());
        }
        return json;
    }

    private static ObjectNode write(ModelSettings model) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("contextSize", model.contextSize())
                .put("yarnFactor", model.yarnFactor())
                .put("kvType", model.kvType().name())
                .put("threads", model.threads())
                .put("gpuLayers", model.gpuLayers());
        json.set("thinkingSampling", write(model.thinkingSampling()));
        json.set("answeringSampling", write(model.answeringSampling()));
        return json;
    }

    private static JsonNode write(@Nullable Sampling sampling) {
        return sampling == null ? JsonNodeFactory.instance.nullNode() : SamplingJson.node(sampling);
    }

    static Settings read(JsonNode json) {
        var standard = Settings.DEFAULT;
        return new Settings(
                constant(json.path("appearance"), standard.appearance()),
                scale(json.path("fontScale")),
                constant(json.path("reasoningPane"), standard.reasoningPane()),
                thinking(json),
                constant(json.path("overflow"), standard.overflow()),
                Math.clamp(json.path("trashDays").asInt(standard.trashDays()), 0, Settings.MOST_TRASH_DAYS),
                json.path("model").textValue(),
                texts(json.path("recentModels")),
                models(json.path("models")),
                fetch(json.path("fetch")),
                window(json.path("window")));
    }

    private static ThinkingSettings thinking(JsonNode json) {
        var standard = ThinkingSettings.DEFAULT;
        var budget = json.path("thinkingBudget");
        var seconds = json.path("answerWithinSeconds");
        return new ThinkingSettings(
                constant(json.path("thinking"), standard.choice()),
                budget.isIntegralNumber() ? new Budget(Math.max(0, budget.asInt())) : standard.budget(),
                seconds.isIntegralNumber() ? Math.max(1, seconds.asInt()) : null,
                json.path("landLoops").asBoolean(standard.landsLoops()));
    }

    private static FetchSettings fetch(JsonNode json) {
        var standard = FetchSettings.DEFAULT;
        return new FetchSettings(
                Math.max(0, json.path("bytesPerSecond").asLong(standard.bytesPerSecond())),
                constant(json.path("source"), standard.source()),
                json.path("mirror").asText(standard.mirror()));
    }

    /** Null for no limit. */
    private static @Nullable Integer budget(Budget budget) {
        return budget.isUnlimited() ? null : budget.tokens();
    }

    private static double scale(JsonNode node) {
        double scale = node.isNumber() ? node.doubleValue() : Settings.DEFAULT.fontScale();
        return Math.clamp(scale, Settings.SMALLEST_FONT, Settings.LARGEST_FONT);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var item : array) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    private static Map<String, ModelSettings> models(JsonNode object) {
        var models = new LinkedHashMap<String, ModelSettings>();
        for (var entry : object.properties()) {
            models.put(entry.getKey(), model(entry.getValue()));
        }
        return models;
    }

    private static ModelSettings model(JsonNode json) {
        var standard = ModelSettings.RECOMMENDED;
        return new ModelSettings(
                Math.max(0, json.path("contextSize").asInt(standard.contextSize())),
                Math.clamp(json.path("yarnFactor").asInt(standard.yarnFactor()), 1, LoadRequest.MOST_YARN),
                constant(json.path("kvType"), KvType.F16),
                Math.max(0, json.path("threads").asInt(standard.threads())),
                json.path("gpuLayers").asInt(standard.gpuLayers()),
                SamplingJson.read(json.path("thinkingSampling")).orElse(null),
                SamplingJson.read(json.path("answeringSampling")).orElse(null));
    }

    private static @Nullable WindowPlace window(JsonNode json) {
        return json.isObject()
                ? new WindowPlace(
                        json.path("x").asDouble(),
                        json.path("y").asDouble(),
                        json.path("width").asDouble(),
                        json.path("height").asDouble(),
                        json.path("maximised").asBoolean())
                : null;
    }

    private static <E extends Enum<E>> E constant(JsonNode node, E standard) {
        for (E constant : standard.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        return standard;
    }

    /**
     * Changes in a file's content what changed in the settings, and nothing else: keys and values that only another
     * version of Ponder knows stay as they are.
     */
    static void merge(ObjectNode target, ObjectNode before, ObjectNode after) {
        for (var entry : after.properties()) {
            var key = entry.getKey();
            var old = before.get(key);
            var now = entry.getValue();
            if (now.equals(old)) {
                continue;
            }
            if (now instanceof ObjectNode nowObject
                    && old instanceof ObjectNode oldObject
                    && target.get(key) instanceof ObjectNode inner) {
                merge(inner, oldObject, nowObject);
            } else {
                target.set(key, now);
            }
        }
        for (var entry : before.properties()) {
            if (!after.has(entry.getKey())) {
                target.remove(entry.getKey());
            }
        }
    }
}
