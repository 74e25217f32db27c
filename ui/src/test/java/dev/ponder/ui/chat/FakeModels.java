package dev.ponder.ui.chat;

import dev.ponder.engine.KvType;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.Sampling;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.session.ContextLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Has a few models, and is in the state that the test says. */
public final class FakeModels implements ModelService {

    private static final Sampling THINKING = new Sampling(0.6, 20, 0.95, 0, 0, 0, 1, -1);
    private static final Sampling ANSWERING = new Sampling(0.7, 20, 0.8, 0, 0, 0, 1, -1);

    private final Executor deliverer;
    private final List<String> calls = new ArrayList<>();
    private final List<Consumer<? super ModelState>> observers = new ArrayList<>();
    private ModelState state = new ModelState.Ready(facts("demo", "Demo", TemplateKind.DEMO));

    /** Tells of states through a deliverer: the JavaFX thread, or at once where there is no toolkit. */
    public FakeModels(Executor deliverer) {
        this.deliverer = deliverer;
    }

    public static ModelFacts facts(String id, String name, TemplateKind template) {
        var info = new ModelInfo(
                Path.of(id + ".gguf"), name, 8_919_552, 9_600_000, 4_096, 40_960, 4_096, KvType.F16, 2, 8, 0, null, 90);
        var yarn = template == TemplateKind.HYBRID_V2 ? List.of(2, 4) : List.<Integer>of();
        var limits = new ContextLimits(40_960, Map.of(KvType.F16, 147_456L, KvType.Q8_0, 78_336L), yarn);
        return new ModelFacts(id, name, info, template, limits, THINKING, ANSWERING);
    }

    /** What was asked for, one entry for each call. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Tells the window of a state. */
    public void tell(ModelState now) {
        state = now;
        observers.forEach(observer -> deliverer.execute(() -> observer.accept(now)));
    }

    @Override
    public List<ModelChoice> choices() {
        return List.of(
                new ModelChoice("demo", "Demo", "a toy, not Qwen · 9.6 MB", Group.DEMO),
                new ModelChoice("/models/Qwen3-4B-Q4_K_M.gguf", "Qwen3-4B", "Q4_K_M · 2.5 GB", Group.RECENT),
                new ModelChoice(
                        "Qwen3-30B-A3B-Instruct-2507-Q4_K_M",
                        "Qwen3-30B-A3B-Instruct-2507",
                        "Q4_K_M · 18.6 GB",
                        Group.LIBRARY));
    }

    @Override
    public Optional<ModelChoice> find(String id) {
        return choices().stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    @Override
    public void load(String id) {
        calls.add("load " + id);
    }

    @Override
    public void cancel() {
        calls.add("cancel");
    }

    @Override
    public void observe(Consumer<? super ModelState> observer) {
        observers.add(observer);
        observer.accept(state);
    }
}
