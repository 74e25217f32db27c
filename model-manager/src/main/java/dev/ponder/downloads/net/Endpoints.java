package dev.ponder.downloads.net;

import dev.ponder.downloads.Hub;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts that stand for the two hubs.
 *
 * @param huggingFace scheme and host, with a path in front of repositories if it has one
 * @param modelScope the same for ModelScope
 */
public record Endpoints(URI huggingFace, URI modelScope) {

    /** The environment variable that names another host for Hugging Face. */
    public static final String HUGGING_FACE_VARIABLE = "PONDER_HF_ENDPOINT";

    /** The environment variable that names another host for ModelScope. */
    public static final String MODEL_SCOPE_VARIABLE = "PONDER_MODELSCOPE_ENDPOINT";

    /** The hubs themselves. */
    public static final Endpoints PUBLIC =
            new Endpoints(URI.create("https://huggingface.co"), URI.create("https://modelscope.cn"));

    public Endpoints {
        huggingFace = withoutSlash(huggingFace);
        modelScope = withoutSlash(modelScope);
    }

    /**
     * What an environment names, else the hubs themselves.
     *
     * @throws IllegalArgumentException if a variable holds no address; the message is a sentence for the user
     */
    public static Endpoints of(Map<String, String> environment) {
        return new Endpoints(
                named(environment, HUGGING_FACE_VARIABLE).orElse(PUBLIC.huggingFace),
                named(environment, MODEL_SCOPE_VARIABLE).orElse(PUBLIC.modelScope));
    }

    /** Where a hub's paths begin. */
    public URI of(Hub hub) {
        return switch (hub) {
            case Hub.HuggingFace _ -> huggingFace;
            case Hub.ModelScope _ -> modelScope;
            case Hub.Mirror mirror -> withoutSlash(mirror.endpoint());
        };
    }

    /** The host of a hub, with its port where it is not the usual one: what its access token belongs to. */
    public String host(Hub hub) {
        return Hosts.of(of(hub));
    }

    private static Optional<URI> named(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = URI.create(value);
            if (address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException _) {
            // the sentence below says it
        }
        throw new IllegalArgumentException(
                variable + " is “" + value + "”, which is no address. Give one such as https://example.org.");
    }

    private static URI withoutSlash(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? withoutSlash(URI.create(text.substring(0, text.length() - 1))) : address;
    }
}
