package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a model is loaded. */
final class EngineOptions {

    @Option(
            names = "--ctx",
            paramLabel = "N",
            description = "Context in tokens (default: the model's own, at most " + LoadRequest.DEFAULT_CONTEXT + ").")
    @Nullable Integer context;

    @Option(
            names = "--kv",
            paramLabel = "TYPE",
            converter = KvTypeConverter.class,
            description = "Element type of the KV cache: f16 or q8_0 (default: f16).")
    KvType kvType = KvType.F16;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute (default: one per physical core).")
    @Nullable Integer threads;

    @Option(
            names = "--gpu-layers",
            paramLabel = "N",
            description = "Layers to place on the GPU (default: all; 0: none).")
    @Nullable Integer gpuLayers;

    @Option(names = "--in-process", hidden = true, description = "Run the engine in this process.")
    boolean inProcess;

    /**
     * The load that was asked for.
     *
     * @throws CliException when a number makes no sense
     */
    LoadRequest request(Path file) throws CliException {
        return LoadRequest.of(file)
                .withContextSize(atLeast(1, context, 0, "--ctx"))
                .withKvType(kvType)
                .withThreads(atLeast(1, threads, 0, "--threads"))
                .withGpuLayers(atLeast(0, gpuLayers, -1, "--gpu-layers"));
    }

    /**
     * Starts an engine with a model in it; the caller closes it. Ctrl+C meanwhile gives up.
     *
     * @param workplace engines, streams, Ctrl+C
     * @param request what to load
     * @throws CliException when there is no engine, when the model cannot be loaded, or on Ctrl+C
     */
    Loaded load(Workplace workplace, LoadRequest request) throws CliException {
        var progress = new LoadProgress(
                workplace.streams(), String.valueOf(request.model().getFileName()));
        Engine engine = null;
        try (var _ = workplace.interrupts().during(progress::cancel)) {
            engine = workplace.engines().start(inProcess);
            return new Loaded(engine, engine.load(request, progress));
        } catch (EngineException failure) {
            if (engine != null) {
                engine.close();
            }
            throw progress.isCancelled() ? CliException.interrupted() : CliException.of(failure);
        } finally {
            progress.clear();
        }
    }

    /**
     * An engine with a model.
     *
     * @param engine to be closed with this
     * @param model facts of the model
     */
    record Loaded(Engine engine, ModelInfo model) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }

    /** A number that was typed, or what stands for none. */
    static int atLeast(int least, @Nullable Integer typed, int otherwise, String option) throws CliException {
        if (typed == null) {
            return otherwise;
        }
        if (typed < least) {
            throw CliException.badInput("bad-option", option + " must be at least " + least + ", not " + typed + ".");
        }
        return typed;
    }
}
