package dev.ponder.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.Sampling;
import java.util.Optional;

/** Sampling as JSON, as it is kept with conversations and settings. */
public final class SamplingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SamplingJson() {}

    /** As an object. */
    public static ObjectNode node(Sampling sampling) {
        return JSON.createObjectNode()
                .put("temperature", sampling.temperature())
                .put("topK", sampling.topK())
                .put("topP", sampling.topP())
                .put("minP", sampling.minP())
                .put("presencePenalty", sampling.presencePenalty())
                .put("frequencyPenalty", sampling.frequencyPenalty())
                .put("repetitionPenalty", sampling.repetitionPenalty())
                .put("seed", sampling.seed());
    }

    /** Of an object; a missing figure means no effect. Empty where it is no object or a figure is out of range. */
    public static Optional<Sampling> read(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sampling(
                    node.path("temperature").asDouble(0),
                    node.path("topK").asInt(0),
                    node.path("topP").asDouble(1),
                    node.path("minP").asDouble(0),
                    node.path("presencePenalty").asDouble(0),
                    node.path("frequencyPenalty").asDouble(0),
                    node.path("repetitionPenalty").asDouble(1),
                    node.path("seed").asLong(0)));
        } catch (IllegalArgumentException _) {
            // somebody edited the file: the recommendation is better than a figure that draws nonsense
            return Optional.empty();
        }
    }

    /** As one line. */
    public static String text(Sampling sampling) {
        return node(sampling).toString();
    }

    /** Of one line; empty as for a node. */
    public static Optional<Sampling> read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
