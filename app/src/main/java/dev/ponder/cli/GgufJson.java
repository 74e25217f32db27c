package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A report on a model file as JSON. */
final class GgufJson {

    private static final double MIB = 1 << 20;

    private GgufJson() {}

    static ObjectNode of(GgufReport report) {
        var model = report.model();
        var root = Json.object()
                .put("file", model.first().path().toString())
                .put("version", model.first().version());
        root.put("bytes", model.fileBytes()).put("files", model.parts().size());
        root.put("tensors", model.tensors().size());
        root.put("parameters", report.quantisation().parameters());
        root.set("quantisation", quantisation(report));
        root.set("architecture", architecture(report.architecture()));
        root.putObject("template")
                .put("kind", GgufReport.templateName(report.template()))
                .put(
                        "certainty",
                        report.template()
                                .certainty()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .put("explanation", report.template().explanation())
                .put("thinking", report.template().kind().thinking().name().toLowerCase(Locale.ROOT));
        root.set("memory", memory(report));
        var metadata = root.putObject("metadata");
        model.metadata().values().forEach((key, value) -> metadata.set(key, value(value)));
        return root;
    }

    private static ObjectNode quantisation(GgufReport report) {
        var quantisation = report.quantisation();
        return Json.object()
                .put("label", quantisation.label())
                .put("guessed", quantisation.guessed())
                .put("bitsPerWeight", hundredths(quantisation.bitsPerWeight()));
    }

    private static ObjectNode memory(GgufReport report) {
        long weights = report.quantisation().weightBytes();
        return Json.object()
                .put("contextTokens", report.context())
                .put("kvType", report.cache().label())
                .put("weightsBytes", weights)
                .put("kvBytes", report.kvBytes())
                .put("weightsMiB", hundredths(weights / MIB))
                .put("kvMiB", hundredths(report.kvBytes() / MIB))
                .put("totalMiB", hundredths((weights + report.kvBytes()) / MIB));
    }

    private static ObjectNode architecture(Architecture architecture) {
        var attention = architecture.attention();
        var node = Json.object()
                .put("name", architecture.name())
                .put("layers", architecture.layers())
                .put("contextLength", architecture.contextLength())
                .put("embeddingLength", architecture.embeddingLength());
        node.set("feedForward", perLayer(architecture.feedForward()));
        node.set("heads", perLayer(attention.heads()));
        node.set("kvHeads", perLayer(attention.kvHeads()));
        node.put("keyLength", attention.keyLength())
                .put("valueLength", attention.valueLength())
                .put("ropeBase", architecture.rope().base())
                .put("ropeScaling", architecture.rope().scaling())
                .put("tiedEmbeddings", architecture.tiedEmbeddings());
        var experts = architecture.experts();
        if (experts != null) {
            node.put("experts", experts.count())
                    .put("expertsUsed", experts.used())
                    .put("expertFeedForward", experts.feedForward());
        }
        return node;
    }

    /** One number where all layers agree, else one for each. */
    private static JsonNode perLayer(List<Integer> numbers) {
        if (numbers.stream().distinct().count() == 1) {
            return JsonNodeFactory.instance.numberNode(numbers.getFirst());
        }
        var all = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(all::add);
        return all;
    }

    private static JsonNode value(GgufValue value) {
        return switch (value) {
            case GgufValue.Whole whole -> DecimalNode.valueOf(new BigDecimal(whole.toString()));
            case GgufValue.Real(var number, var _) ->
                // JSON has no word for infinity
                Double.isFinite(number) ? real(value.toString()) : TextNode.valueOf(Double.toString(number));
            case GgufValue.Flag(var flag) -> BooleanNode.valueOf(flag);
            case GgufValue.Text(var text) -> TextNode.valueOf(text);
            case GgufValue.Array array -> array(array);
        };
    }

    private static JsonNode real(String shortest) {
        return DoubleNode.valueOf(Double.parseDouble(shortest));
    }

    private static JsonNode array(GgufValue.Array array) {
        if (!array.isKept()) {
            return Json.object().put("elementType", array.elementType().label()).put("count", array.count());
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        array.items().forEach(item -> items.add(value(item)));
        return items;
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
