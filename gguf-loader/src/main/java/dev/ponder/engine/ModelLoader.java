package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.llama.Llama;
import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.LlamaModel;
import dev.ponder.llama.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads a model: the file is read and judged in Java first, because llama.cpp ends the process on some bad ones.
 * Belongs to the engine's thread.
 */
final class ModelLoader {
    private static final String LLAMA_REASON = "error loading model: ";

    private final Llama llama;
    private final NativeClock clock;

    ModelLoader(Llama llama, NativeClock clock) {
        this.llama = llama;
        this.clock = clock;
    }

    LoadedModel load(LoadRequest request, LoadObserver observer) throws EngineException {
        long start = System.nanoTime();
        var header = header(request.model());
        var template = template(header);
        var architecture = request.vocabularyOnly() ? null : architecture(header, request);
        llama.loadBackends(request.gpuLayers() != 0);
        llama.log().forgetErrors();
        var model = weights(request, observer);
        try {
            var context = architecture == null ? null : context(model, architecture, request);
            var info = info(request, model, context, template, System.nanoTime() - start);
            return new LoadedModel(
                    model,
                    info,
                    context == null
                            ? null
                            : new LoadedModel.Workspace(context, new PrefixCache(context, request.warmBytes())));
        } catch (EngineException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static ModelInfo info(
            LoadRequest request,
            LlamaModel model,
            @Nullable LlamaContext context,
            @Nullable String template,
            long nanos) {
        return new ModelInfo(
                request.model(),
                model.description(),
                model.parameters(),
                model.bytes(),
                model.vocabulary().size(),
                model.trainedContext(),
                context == null ? 0 : context.size(),
                request.kvType(),
                threads(request, model),
                model.layers(),
                request.gpuLayers(),
                template,
                nanos / 1_000_000);
    }

    private static int threads(LoadRequest request, LlamaModel model) {
        return request.threads() > 0
                ? request.threads()
                : PhysicalCores.sensibleThreads(PhysicalCores.count(), model.bytes());
    }

    private static GgufModel header(Path file) throws EngineException {
        if (!Files.isRegularFile(file)) {
            throw new EngineException(
                    Code.MODEL_NOT_FOUND,
                    "There is no model file " + file + "; check the path or choose another model.");
        }
        try {
            return GgufModel.open(file);
        } catch (GgufException e) {
            throw new EngineException(Code.MODEL_REFUSED, e.getMessage());
        }
    }

    /** Refuses what cannot be before minutes of reading. */
    private static Architecture architecture(GgufModel header, LoadRequest request) throws EngineException {
        try {
            var architecture = header.architecture();
            ContextChoice.bytesPerToken(architecture, request.kvType());
            ContextChoice.tokens(request, architecture, Long.MAX_VALUE);
            return architecture;
        } catch (GgufException e) {
            throw new EngineException(Code.MODEL_REFUSED, e.getMessage());
        }
    }

    private static @Nullable String template(GgufModel header) throws EngineException {
        try {
            return header.metadata().text("tokenizer.chat_template").orElse(null);
        } catch (GgufException e) {
            throw new EngineException(Code.MODEL_REFUSED, e.getMessage());
        }
    }

    private LlamaModel weights(LoadRequest request, LoadObserver observer) throws EngineException {
        var stopped = new boolean[1];
        var model = clock.time(() -> LlamaModel.load(llama, request.model(), placement(request), fraction -> {
            boolean goOn = observer.onProgress(fraction);
            stopped[0] |= !goOn;
            return goOn;
        }));
        if (model != null) {
            return model;
        }
        if (stopped[0]) {
            throw new EngineException(Code.LOAD_CANCELLED, "Loading the model was cancelled.");
        }
        var errors = llama.log().errors();
        throw new EngineException(new EngineError(
                Code.MODEL_REFUSED,
                "llama.cpp cannot load " + request.model().getFileName() + ": " + reason(errors)
                        + ". Choose another file or another quantisation.",
                String.join("\n", errors)));
    }

    private static Placement placement(LoadRequest request) {
        return new Placement(
                request.gpuLayers(),
                request.expertLayersInMemory(),
                request.vocabularyOnly() ? Placement.Content.VOCABULARY : Placement.Content.WEIGHTS);
    }

    private static String reason(List<String> errors) {
        return errors.stream()
                .filter(line -> line.contains(LLAMA_REASON))
                .map(line -> line.substring(line.indexOf(LLAMA_REASON) + LLAMA_REASON.length()))
                .findFirst()
                .orElse(errors.isEmpty() ? "it gave no reason" : errors.getLast());
    }

    private LlamaContext context(LlamaModel model, Architecture architecture, LoadRequest request)
            throws EngineException {
        int size = ContextChoice.tokens(request, architecture, freeBytes(request));
        var shape = new LlamaContext.Shape(
                size,
                request.yarnFactor(),
                LoadRequest.YARN_ORIGINAL,
                ggmlType(request.kvType()),
                threads(request, model));
        var context = clock.time(() -> LlamaContext.create(model, shape));
        if (context == null) {
            throw new EngineException(new EngineError(
                    Code.OUT_OF_MEMORY,
                    "There is not enough memory for a context of " + size
                            + " tokens; choose a smaller context, a q8_0 KV cache, or a smaller model.",
                    String.join("\n", llama.log().errors())));
        }
        return context;
    }

    /** Values of {@code ggml_type} in {@code ggml.h}. */
    private static int ggmlType(KvType type) {
        return switch (type) {
            case F16 -> 1;
            case Q8_0 -> 8;
        };
    }

    /** Free memory where the KV cache will lie: on the largest GPU if layers go there, else in main memory. */
    private long freeBytes(LoadRequest request) {
        long gpu = request.gpuLayers() == 0
                ? 0
                : llama.devices().stream()
                        .filter(device -> LocalEngine.kind(device) == EngineInfo.DeviceKind.GPU)
                        .mapToLong(Llama.Device::freeBytes)
                        .max()
                        .orElse(0);
        return gpu > 0 ? gpu : MainMemory.available();
    }
}
