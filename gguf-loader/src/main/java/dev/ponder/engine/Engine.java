package dev.ponder.engine;

import dev.ponder.qwen.Prompt;
import java.util.function.Consumer;

/**
 * An inference engine that holds at most one model.
 *
 * <p>All methods may be called from any thread. {@link #load}, {@link #unload}, {@link #tokenize} and {@link #info}
 * block until the engine has answered; {@link #generate},
 * {@link #warm} and {@link #decide} return at once. Work is done in the order of the calls, one
 * piece at a time.
 */
public interface Engine extends AutoCloseable {

    /**
     * Versions, devices and the processor variant in use.
     *
     * @throws EngineException when the native libraries cannot be loaded or the engine does not answer
     */
    EngineInfo info() throws EngineException;

    /**
     * Loads a model in place of the one held so far.
     *
     * @param request the file and how to load it
     * @param observer told of progress; can cancel
     * @return facts of the loaded model
     * @throws EngineException when the file is missing, unreadable or refused, when memory lacks, or on cancel
     */
    ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException;

    /**
     * Frees the model and all that is kept warm for it. Does nothing where none is loaded.
     *
     * @throws EngineException when the engine does not answer
     */
    void unload() throws EngineException;

    /**
     * The token ids of a prompt, exactly as {@link #generate} would see them.
     *
     * @throws EngineException when no model is loaded or an id lies outside the vocabulary
     */
    int[] tokenize(Prompt prompt) throws EngineException;

    /**
     * Starts a generation.
     *
     * <p>Events arrive in order on one thread of the engine. The last is always {@link GenerationEvent.Finished}; where
     * something failed, a {@link GenerationEvent.Failed} stands right before it. A consumer that blocks holds the engine
     * up; one that throws has its own reply cancelled.
     *
     * @param request prompt, sampling and limits
     * @param events receives every event
     * @return a handle to cancel and to wait with
     */
    Generation generate(GenerationRequest request, Consumer<GenerationEvent> events);

    /**
     * Makes the KV cache of a conversation hold exactly a prompt, so that a later prompt which begins with it prefills only
     * what it adds: rewinds to where the two part, as before a thought that history leaves out, and prefills the rest.
     *
     * <p>Events: {@link GenerationEvent.PromptCounted}, {@link GenerationEvent.PromptProgress} for each batch,
     * {@link GenerationEvent.Finished} with {@code STOP}, {@code CANCELLED} or {@code ERROR}. A cancel takes effect after the
     * batch in work, which is kept short and stays in the cache.
     *
     * @param conversation names the cache, as in {@link GenerationRequest#conversation}
     * @param prompt at least one token
     * @param events receives every event, as from {@link #generate}
     * @return a handle to cancel and to wait with
     */
    Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events);

    /**
     * Lets the model decide between options by one forward pass, of which only the part that the conversation's cache
     * lacks is computed; nothing is drawn. The prompt stays in the cache, so that a reply which shares its beginning
     * prefills only the rest.
     *
     * <p>Events: {@link GenerationEvent.PromptCounted}, {@link GenerationEvent.PromptProgress} for each batch,
     * {@link GenerationEvent.Decided}, {@link GenerationEvent.Finished}.
     *
     * @param request prompt and options
     * @param events receives every event, as from {@link #generate}
     * @return a handle to cancel and to wait with
     */
    Generation decide(DecisionRequest request, Consumer<GenerationEvent> events);

    /** Cancels what runs, frees everything, and returns once native code has returned. Idempotent. */
    @Override
    void close();
}
