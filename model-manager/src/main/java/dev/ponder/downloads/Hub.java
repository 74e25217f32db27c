package dev.ponder.downloads;

import java.net.URI;

/** Where repositories of models are. */
public sealed interface Hub {

    /** Hugging Face, or the host that {@code PONDER_HF_ENDPOINT} names in its place. */
    record HuggingFace() implements Hub {}

    /** ModelScope, or the host that {@code PONDER_MODELSCOPE_ENDPOINT} names in its place. */
    record ModelScope() implements Hub {}

    /**
     * Another host that serves the repositories of Hugging Face under the same paths. It is not trusted: only the hash of a
     * file decides.
     *
     * @param endpoint scheme and host, with a path in front of the repository if it has one
     */
    record Mirror(URI endpoint) implements Hub {}

    /** Hugging Face. */
    Hub HUGGING_FACE = new HuggingFace();

    /** ModelScope. */
    Hub MODEL_SCOPE = new ModelScope();
}
