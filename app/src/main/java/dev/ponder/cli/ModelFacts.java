package dev.ponder.cli;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.RecommendedSampling;
import dev.ponder.qwen.ThinkingMode;
import java.nio.file.Path;

/**
 * What a model file says of itself, read in milliseconds without loading it.
 *
 * @param template its chat template
 * @param bitsPerWeight how finely its weights are stored
 */
record ModelFacts(ChatTemplate template, double bitsPerWeight) {

    /** What is recommended for a reply, by the model's makers. */
    RecommendedSampling recommended(ChatInput chat, ThinkingMode mode) {
        return RecommendedSampling.of(
                template.kind(),
                template.willThink(chat.messages(), mode),
                bitsPerWeight,
                !chat.tools().isEmpty());
    }

    /**
     * Reads a file.
     *
     * @throws CliException when it is no usable GGUF file
     */
    static ModelFacts read(Path file) throws CliException {
        try {
            var model = GgufModel.open(file);
            var text = model.vocabulary().chatTemplate().orElse(null);
            return new ModelFacts(
                    ChatTemplate.recognise(text), model.quantisation().bitsPerWeight());
        } catch (GgufException refused) {
            throw CliException.badInput("model-refused", String.valueOf(refused.getMessage()), refused);
        }
    }
}
