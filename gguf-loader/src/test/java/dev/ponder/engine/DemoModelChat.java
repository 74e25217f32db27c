package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Talks to the demo model in tests. */
final class DemoModelChat {
    static final Path MODEL = Path.of(System.getProperty("ponder.demo.model"));
    static final ChatTemplate TEMPLATE = ChatTemplate.of(TemplateKind.HYBRID_V2);

    /** A reply with everything that was heard of it. */
    record Heard(List<GenerationEvent> events) {
        String reasoning() {
            return events.stream()
                    .map(event -> event instanceof ReasoningText(var text) ? text : "")
                    .collect(Collectors.joining());
        }

        String answer() {
            return events.stream()
                    .map(event -> event instanceof AnswerText(var text) ? text : "")
                    .collect(Collectors.joining());
        }

        Finished finished() {
            return (Finished) events.getLast();
        }

        <T extends GenerationEvent> List<T> all(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** Acts on an event with the handle of its own generation. */
    @FunctionalInterface
    interface Listener {
        void onEvent(GenerationEvent event, Generation generation);
    }

    private DemoModelChat() {}

    static LocalEngine engine(LoadRequest request) throws EngineException {
        var engine = new LocalEngine(NativesFolder.locate());
        try {
            engine.load(request, LoadObserver.NONE);
            return engine;
        } catch (EngineException e) {
            engine.close();
            throw e;
        }
    }

    static GenerationRequest request(ThinkingMode mode, ChatMessage... messages) {
        return GenerationRequest.of(
                TEMPLATE.render(PromptInput.of(List.of(messages), mode)), TEMPLATE.replyStart(mode));
    }

    static Heard hear(Engine engine, GenerationRequest request) throws InterruptedException {
        return hear(engine, request, (_, _) -> {});
    }

    static Heard hear(Engine engine, GenerationRequest request, Listener listener) throws InterruptedException {
        var events = new ArrayList<GenerationEvent>();
        var handle = new CompletableFuture<Generation>();
        handle.complete(engine.generate(request, event -> {
            events.add(event);
            listener.onEvent(event, handle.join());
        }));
        handle.join().await();
        return new Heard(List.copyOf(events));
    }
}
