package dev.ponder.engine.host;

import dev.ponder.engine.AnswerGrammar;
import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.Sampling;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A message of each kind, with every field set. */
final class WireSamples {
    private static final Prompt PROMPT = new Prompt(List.of(
            new Prompt.Marker("<|im_start|>"),
            new Prompt.Text("user\nGrüße 𝄞"),
            new Prompt.Tokens(List.of(0, -1, 7))));
    private static final EngineError ERROR = new EngineError(EngineError.Code.OUT_OF_MEMORY, "too big", "line\nline");

    private WireSamples() {}

    static List<HostRequest> requests() {
        var full = new GenerationRequest(
                "c1",
                PROMPT,
                new Sampling(0.6, 20, 0.95, 0.01, 1.5, -0.5, 1.05, 42),
                99,
                List.of("stop", "\n\n"),
                new AnswerGrammar("root ::= \"a\"", "ä"),
                ReplyStart.INSIDE,
                new ThinkingLimit(400, 16, 1),
                true);
        return List.of(
                new HostRequest.Describe(1),
                new HostRequest.Load(
                        2, new LoadRequest(Path.of("a", "b ü.gguf"), 4096, 2, KvType.Q8_0, 3, -1, 7, 1L << 40, true)),
                new HostRequest.Unload(3),
                new HostRequest.Tokenize(Long.MAX_VALUE, PROMPT),
                new HostRequest.Generate(5, full),
                new HostRequest.Generate(6, GenerationRequest.of(new Prompt(List.of()), ReplyStart.ANSWER)),
                new HostRequest.Warm(7, "c1", PROMPT),
                new HostRequest.Decide(8, new DecisionRequest("c1", PROMPT, List.of("yes", "no"))),
                new HostRequest.Decide(9, new DecisionRequest(null, PROMPT, List.of("ja"))),
                new HostRequest.Land(5, LandedBy.LOOP),
                new HostRequest.Cancel(5),
                new HostRequest.Shutdown());
    }

    static List<HostEvent> events() {
        var device = new EngineInfo.Device("Vulkan0", "a card", EngineInfo.DeviceKind.GPU, 1L << 33, 1L << 34);
        var info = new EngineInfo("v", "/natives", List.of("a", "b"), "AVX2 = 1", List.of(device), List.of("no glibc"));
        var model = new ModelInfo(
                Path.of("m.gguf"), "qwen3", 8, 9, 4096, 4096, 2048, KvType.F16, 2, 10, -1, "{{ template }}", 17);
        return Stream.concat(
                        Stream.<HostEvent>of(
                                new HostEvent.Hello(4711),
                                new HostEvent.Heartbeat(1234),
                                new HostEvent.Described(1, info),
                                new HostEvent.LoadProgress(2, 0.5),
                                new HostEvent.Loaded(2, model),
                                new HostEvent.Unloaded(3),
                                new HostEvent.Tokenized(4, List.of(1, 2, 3)),
                                new HostEvent.Refused(5, ERROR)),
                        generation().map(event -> new HostEvent.Generated(6, event)))
                .toList();
    }

    private static Stream<GenerationEvent> generation() {
        return Stream.of(
                new GenerationEvent.PromptCounted(100, 50),
                new GenerationEvent.PromptProgress(75, 100),
                new GenerationEvent.ThinkingPlanned(300, ThinkingLimit.UNLIMITED),
                new GenerationEvent.ReasoningStarted(),
                new GenerationEvent.ReasoningText("hm 🤔"),
                new GenerationEvent.Landed(17, LandedBy.USER),
                new GenerationEvent.ReasoningEnded(),
                new GenerationEvent.AnswerText("yes"),
                new GenerationEvent.ToolCallText("{}", true),
                new GenerationEvent.Decided(List.of(-1.5, 2.25), 3),
                new GenerationEvent.Stalled(7),
                new GenerationEvent.Failed(ERROR),
                new GenerationEvent.Finished(
                        GenerationEvent.StopReason.LENGTH,
                        new GenerationEvent.TokenCounts(1, 2, 3, 4, 5, 6, 7, 8),
                        new GenerationEvent.Timings(1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5)));
    }
}
