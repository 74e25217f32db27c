import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.engine.host.SupervisorListener;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ThinkingMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has an engine process load the demo model, think and answer, so that Java can write down what its start comes to:
 * EngineRehearsal.java IMAGE CLASS_PATH WORK. Leaves the cache in the image.
 */
final class EngineRehearsal {

    private final Path image;
    private final String classPath;
    private final Path work;

    private EngineRehearsal(Path image, String classPath, Path work) {
        this.image = image;
        this.classPath = classPath;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        var rehearsal = new EngineRehearsal(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]));
        var notes = Path.of(arguments[2], "engine.notes");
        rehearsal.play("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes);
        rehearsal.make("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes,
                "-XX:AOTCache=" + rehearsal.image.resolve("aot/ponder-engine.aot"));
    }

    private void play(String... options) throws Exception {
        try (var engine = new EngineSupervisor(
                new EngineCommand(words(options), work), SupervisorListener.NONE, FailureMemory.untilExit())) {
            var info = engine.load(LoadRequest.of(image.resolve("models/demo/qwen3-demo-q8_0.gguf")), LoadObserver.NONE);
            var template = ChatTemplate.recognise(info.chatTemplate());
            for (var mode : List.of(ThinkingMode.ON, ThinkingMode.OFF)) {
                var prompt = template.render(PromptInput.of(List.of(ChatMessage.user("What is 345 + 678?")), mode));
                engine.tokenize(prompt);
                var end = new CompletableFuture<Finished>();
                engine.generate(GenerationRequest.of(prompt, template.replyStart(mode)), event -> {
                    if (event instanceof Finished finished) {
                        end.complete(finished);
                    }
                });
                end.get(1, TimeUnit.MINUTES);
            }
            // the engine's own way to end is too quick for Java to write anything
            var process = ProcessHandle.of(engine.pid().orElseThrow()).orElseThrow();
            process.destroy();
            process.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private void make(String... options) throws IOException, InterruptedException {
        var status = new ProcessBuilder(words(options)).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("Java did not write the engine's cache");
        }
    }

    /** The engine's command in the image, with further options. */
    private List<String> words(String... options) {
        var words = new ArrayList<>(EngineCommand.ofThisRuntime(work).words());
        words.set(0, image.resolve("runtime/bin/java").toString());
        words.addAll(1, List.of(options));
        words.addAll(1, List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-Dponder.home=" + image));
        words.set(words.indexOf("-cp") + 1, classPath);
        return words;
    }
}
