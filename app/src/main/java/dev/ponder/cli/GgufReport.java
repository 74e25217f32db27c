package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.Quantisation;
import dev.ponder.gguf.TensorType;
import dev.ponder.qwen.ChatTemplate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What there is to say about a model file.
 *
 * @param model its headers
 * @param architecture what it is made of
 * @param quantisation how its weights are stored
 * @param template its chat template
 * @param context tokens that the KV cache is for
 * @param cache element type of the KV cache
 * @param kvBytes size of the KV cache
 */
record GgufReport(
        GgufModel model,
        Architecture architecture,
        Quantisation quantisation,
        ChatTemplate template,
        int context,
        TensorType cache,
        long kvBytes) {

    private static final double MIB = 1 << 20;

    /**
     * Looks at a model.
     *
     * @param tokens context; 0 for what a load would choose where memory is no limit
     * @throws GgufException when the file makes no sense
     */
    static GgufReport of(GgufModel model, int tokens, TensorType cache) throws GgufException {
        var architecture = model.architecture();
        int context = tokens > 0 ? tokens : Math.min(architecture.contextLength(), LoadRequest.DEFAULT_CONTEXT);
        return new GgufReport(
                model,
                architecture,
                model.quantisation(),
                ChatTemplate.recognise(model.vocabulary().chatTemplate().orElse(null)),
                context,
                cache,
                MemoryArithmetic.kvCacheBytes(architecture, context, cache, cache));
    }

    /** For a person. */
    String text() {
        var rows = new Rows();
        describeFile(rows);
        describeArchitecture(rows);
        rows.heading("Memory");
        rows.add("  weights", mib(quantisation.weightBytes()));
        rows.add("  KV cache", mib(kvBytes) + " (" + context + " tokens, " + cache.label() + ")");
        rows.add("  together", mib(quantisation.weightBytes() + kvBytes) + ", and what computing takes beside");
        rows.heading("Metadata");
        model.metadata()
                .values()
                .forEach((key, value) -> rows.add("  " + SafeText.line(key), MetadataText.brief(value)));
        return rows.toString();
    }

    private void describeFile(Rows rows) {
        var first = model.first();
        rows.add("File", SafeText.line(first.path().toString()));
        rows.add(
                "Format",
                "GGUF version " + first.version() + ", " + String.format(Locale.ROOT, "%,d", model.fileBytes())
                        + " bytes"
                        + (model.parts().size() == 1
                                ? ""
                                : " in " + model.parts().size() + " files"));
        rows.add("Parameters", String.format(Locale.ROOT, "%,d", quantisation.parameters()));
        rows.add(
                "Quantisation",
                String.format(
                        Locale.ROOT,
                        "%s%s, %.2f bits per weight",
                        quantisation.label(),
                        quantisation.guessed() ? " (by most weights)" : "",
                        quantisation.bitsPerWeight()));
        rows.add("Tensors", String.valueOf(model.tensors().size()));
        rows.add("Template", templateName(template) + " (" + template.explanation() + ")");
        rows.add("Thinking", template.kind().thinkingReason());
    }

    private void describeArchitecture(Rows rows) {
        var attention = architecture.attention();
        rows.heading("Architecture");
        rows.add("  name", SafeText.line(architecture.name()));
        rows.add("  layers", String.valueOf(architecture.layers()));
        rows.add("  context", architecture.contextLength() + " tokens");
        rows.add("  embedding", String.valueOf(architecture.embeddingLength()));
        rows.add("  feed-forward", distinct(architecture.feedForward()));
        rows.add("  heads", distinct(attention.heads()) + ", key/value " + distinct(attention.kvHeads()));
        rows.add("  head size", "key " + attention.keyLength() + ", value " + attention.valueLength());
        rows.add("  rope", ropeText());
        var experts = architecture.experts();
        if (experts != null) {
            rows.add(
                    "  experts",
                    experts.count() + ", " + experts.used() + " used, feed-forward " + experts.feedForward());
        }
        rows.add("  embeddings", architecture.tiedEmbeddings() ? "tied to the output" : "apart from the output");
    }

    private String ropeText() {
        var rope = architecture.rope();
        var base = "theta " + Math.round(rope.base());
        return rope.scaling().equals("none")
                ? base
                : base + ", " + SafeText.line(rope.scaling()) + " by " + rope.factor() + " from "
                        + rope.originalContext();
    }

    private static String distinct(List<Integer> perLayer) {
        return perLayer.stream().distinct().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** A kind of template as the command line spells it. */
    static String templateName(ChatTemplate template) {
        return template.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.2f MiB", bytes / MIB);
    }

    /** For programs. */
    ObjectNode json() {
        return GgufJson.of(this);
    }
}
