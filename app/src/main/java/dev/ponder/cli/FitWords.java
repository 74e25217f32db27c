package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.models.fit.DeviceNeed;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitLabel;
import dev.ponder.models.fit.FitLine;
import dev.ponder.models.fit.MemoryNeed;
import dev.ponder.models.fit.SpeedEstimate;
import java.util.Locale;

/** How a model fits, in words and as JSON. */
final class FitWords {

    private FitWords() {}

    /** A label in a few words. */
    static String label(FitLabel label) {
        return switch (label) {
            case FitLabel.OnGpu() -> "fits on the GPU";
            case FitLabel.ExpertsInMemory(var layers, var of) ->
                "fits on the GPU with the experts of " + layers + " of " + of + " layers in memory";
            case FitLabel.PartlyOnGpu(var layers, var of) -> "fits with " + layers + " of " + of + " layers on the GPU";
            case FitLabel.InMemory() -> "fits in memory";
            case FitLabel.SmallerContext(var context, var then) ->
                "fits with a smaller context of " + context + " tokens"
                        + (then instanceof FitLabel.InMemory
                                ? ""
                                : ", " + label(then).replace("fits ", ""));
            case FitLabel.DoesNotFit(var missing) -> "does not fit: " + Sizes.memory(missing) + " missing";
        };
    }

    /** A label for programs. */
    static ObjectNode json(FitLabel label) {
        var node = Json.object();
        return switch (label) {
            case FitLabel.OnGpu() -> node.put("label", "on-gpu");
            case FitLabel.ExpertsInMemory(var layers, var of) ->
                node.put("label", "experts-in-memory").put("layers", layers).put("of", of);
            case FitLabel.PartlyOnGpu(var layers, var of) ->
                node.put("label", "partly-on-gpu").put("layers", layers).put("of", of);
            case FitLabel.InMemory() -> node.put("label", "in-memory");
            case FitLabel.SmallerContext(var context, var then) ->
                node.put("label", "smaller-context").put("context", context).set("then", json(then));
            case FitLabel.DoesNotFit(var missing) ->
                node.put("label", "does-not-fit").put("missingBytes", missing);
        };
    }

    /** The arithmetic, device by device. */
    static void lines(Rows rows, MemoryNeed need) {
        String device = "";
        for (var line : need.lines()) {
            if (!line.device().equals(device)) {
                device = line.device();
                rows.heading(device.equals(DeviceNeed.MAIN_MEMORY) ? "Main memory" : SafeText.line(device));
            }
            rows.add("  " + term(line.term()), Sizes.exact(line.bytes()));
        }
    }

    private static String term(FitLine.Term term) {
        return switch (term) {
            case WEIGHTS -> "weights";
            case CACHE -> "KV cache";
            case COMPUTE -> "compute buffers";
            case PROGRAM -> "the engine itself";
            case SHARED -> "graphics, shared";
            case TOTAL -> "= together";
            case USABLE -> "free for a model";
            case LEFT -> "= left";
        };
    }

    /** A fit for programs: label, how to load, the arithmetic. */
    static ObjectNode json(Fit fit) {
        var node = json(fit.label());
        node.set(
                "plan",
                Json.object()
                        .put("context", fit.plan().contextSize())
                        .put("kv", fit.plan().cacheType().label())
                        .put("gpuLayers", fit.plan().gpuLayers())
                        .put("expertLayersInMemory", fit.plan().expertLayersInMemory()));
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        for (var line : fit.need().lines()) {
            lines.addObject()
                    .put("device", line.device())
                    .put("term", line.term().name().toLowerCase(Locale.ROOT))
                    .put("bytes", line.bytes());
        }
        node.set("lines", lines);
        return node;
    }

    /** For example {@code 7 to 12 tokens/s, estimated}. */
    static String speed(SpeedEstimate speed) {
        return pace(speed.low()) + " to " + pace(speed.high()) + " tokens/s, " + basis(speed);
    }

    private static String pace(double tokensPerSecond) {
        return String.format(Locale.ROOT, tokensPerSecond < 10 ? "%.1f" : "%.0f", tokensPerSecond);
    }

    private static String basis(SpeedEstimate speed) {
        return switch (speed.basis()) {
            case GUESSED -> "guessed";
            case PROBED -> "estimated from the speed probe";
            case CORRECTED -> "estimated from other replies here";
            case MEASURED -> "measured";
        };
    }

    /** A speed for programs. */
    static ObjectNode json(SpeedEstimate speed) {
        return Json.object()
                .put("low", Json.tenths(speed.low()))
                .put("likely", Json.tenths(speed.likely()))
                .put("high", Json.tenths(speed.high()))
                .put("basis", speed.basis().name().toLowerCase(Locale.ROOT));
    }
}
