package dev.ponder.gguf;

import dev.ponder.gguf.Architecture.Attention;
import dev.ponder.gguf.Architecture.Experts;
import dev.ponder.gguf.Architecture.Rope;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Architecture} from metadata. Keys, defaults and bounds are those of {@code load_hparams} in
 * llama.cpp v0.4.0 ({@code LLAMA_MAX_LAYERS} 512, {@code LLAMA_MAX_EXPERTS} 1024), whose asserts end the process.
 */
final class ArchitectureReader {
    private static final long MAX_LAYERS = 512;
    private static final long MAX_EXPERTS = 1024;
    private static final long MAX_CONTEXT = 1 << 27;
    private static final long MAX_WIDTH = 1 << 22;
    private static final long MAX_HEADS = 1 << 14;
    private static final long MAX_HEAD_WIDTH = 1 << 14;
    private static final Set<String> SCALINGS = Set.of("none", "linear", "yarn", "longrope");
    /** Keys of layers that keep something other than all keys and values. */
    private static final List<String> OTHER_CACHES = List.of(
            "attention.sliding_window",
            "attention.kv_lora_rank",
            "attention.shared_kv_layers",
            "attention.recurrent_layers",
            "full_attention_interval",
            "nextn_predict_layers",
            "ssm.state_size",
            "wkv.head_size");

    private final GgufModel model;
    private final Metadata metadata;
    private final String name;

    private ArchitectureReader(GgufModel model, String name) {
        this.model = model;
        this.metadata = model.metadata();
        this.name = name;
    }

    static Architecture read(GgufModel model) throws GgufException {
        var name = model.metadata()
                .text("general.architecture")
                .orElseThrow(() -> model.metadata().refusal().because("it does not name its architecture"));
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw model.metadata().refusal().because("its architecture has the name '" + VisibleText.brief(name) + "'");
        }
        return new ArchitectureReader(model, name).read();
    }

    private Architecture read() throws GgufException {
        var layers = (int) required("block_count", 1, MAX_LAYERS);
        var context = (int) required("context_length", 1, MAX_CONTEXT);
        var width = (int) required("embedding_length", 1, MAX_WIDTH);
        var attention = attention(layers, width);
        return new Architecture(
                name,
                layers,
                context,
                width,
                perLayer("feed_forward_length", layers, MAX_WIDTH, Collections.nCopies(layers, 0)),
                attention,
                rope(context, attention),
                experts(),
                isTied(),
                OTHER_CACHES.stream().noneMatch(key -> metadata.value(key(key)).isPresent()));
    }

    private Attention attention(int layers, int width) throws GgufException {
        var heads = perLayer("attention.head_count", layers, MAX_HEADS, Collections.nCopies(layers, 0));
        var kvHeads = perLayer("attention.head_count_kv", layers, MAX_HEADS, heads);
        for (int layer = 0; layer < layers; layer++) {
            var shared = kvHeads.get(layer);
            if (shared > 0 && heads.get(layer) % shared != 0) {
                throw because(heads.get(layer) + " attention heads cannot share " + shared + " key/value heads");
            }
        }
        var first = heads.getFirst();
        var fallback = first == 0 ? 0 : width / first;
        var attention =
                new Attention(heads, kvHeads, (int) optional("attention.key_length", 0, MAX_HEAD_WIDTH, fallback), (int)
                        optional("attention.value_length", 0, MAX_HEAD_WIDTH, fallback));
        if (isQwen3() && attention.keyLength() != attention.valueLength()) {
            throw because("its keys are " + attention.keyLength() + " wide and its values " + attention.valueLength()
                    + ", which are equal in Qwen3");
        }
        return attention;
    }

    private Rope rope(int context, Attention attention) throws GgufException {
        var dimensions = optional("rope.dimension_count", 0, MAX_HEAD_WIDTH, attention.keyLength());
        if (isQwen3() && dimensions != attention.keyLength()) {
            throw because("it rotates " + dimensions + " of " + attention.keyLength()
                    + " dimensions of a key, and Qwen3 all");
        }
        var scaling = metadata.text(key("rope.scaling.type")).orElse("linear");
        if (!SCALINGS.contains(scaling)) {
            throw because("its rope scaling is '" + VisibleText.brief(scaling) + "', which llama.cpp does not know");
        }
        var factor = real("rope.scaling.factor", real("rope.scale_linear", 1));
        return new Rope(real("rope.freq_base", 10_000), factor == 1 ? "none" : scaling, factor == 0 ? 1 : factor, (int)
                optional("rope.scaling.original_context_length", 1, MAX_CONTEXT, context));
    }

    private @Nullable Experts experts() throws GgufException {
        var count = optional("expert_count", 0, MAX_EXPERTS, 0);
        var used = optional("expert_used_count", 0, MAX_EXPERTS, 0);
        if (used > count || (used == 0) != (count == 0)) {
            throw because("it uses " + used + " of " + count + " experts");
        }
        return count == 0
                ? null
                : new Experts((int) count, (int) used, (int) optional("expert_feed_forward_length", 0, MAX_WIDTH, 0));
    }

    private boolean isTied() {
        return model.tensors().stream().noneMatch(tensor -> tensor.name().equals("output.weight"));
    }

    private boolean isQwen3() {
        return name.equals("qwen3") || name.equals("qwen3moe");
    }

    private double real(String key, double fallback) throws GgufException {
        var number = metadata.number(key(key)).orElse(fallback);
        if (!Double.isFinite(number) || number < 0) {
            throw because("its " + key + " is " + number);
        }
        return number;
    }

    private long required(String key, long least, long most) throws GgufException {
        if (metadata.value(key(key)).isEmpty()) {
            throw because("it does not say its " + key);
        }
        return optional(key, least, most, least);
    }

    private long optional(String key, long least, long most, long fallback) throws GgufException {
        return bounded(key, metadata.whole(key(key)).orElse(fallback), least, most);
    }

    private List<Integer> perLayer(String key, int layers, long most, List<Integer> fallback) throws GgufException {
        var numbers = metadata.wholes(key(key));
        if (metadata.value(key(key)).isEmpty()) {
            return fallback;
        }
        for (var number : numbers) {
            bounded(key, number, 0, most);
        }
        if (!(metadata.value(key(key)).orElseThrow() instanceof GgufValue.Array)) {
            return Collections.nCopies(layers, numbers.getFirst().intValue());
        }
        if (numbers.size() != layers) {
            throw because("its " + key + " lists " + numbers.size() + " figures for " + layers + " layers");
        }
        return numbers.stream().map(Long::intValue).toList();
    }

    private long bounded(String key, long number, long least, long most) throws GgufException {
        if (number < least || number > most) {
            throw because("its " + key + " is " + number + ", outside " + least + " to " + most);
        }
        return number;
    }

    private String key(String rest) {
        return name + "." + rest;
    }

    private GgufException because(String reason) {
        return metadata.refusal().because(reason);
    }
}
