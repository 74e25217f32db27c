package dev.ponder.hardware;

import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.LoadPlan;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.MemoryNeed;
import dev.ponder.models.fit.ModelFigures;
import java.nio.file.Path;

/** Loads as they fit this computer: what the user has set stays, the rest follows from the memory that is free. */
public final class LoadPlanner {

    private LoadPlanner() {}

    /**
     * Fills in what a request leaves open. Reads the file's header.
     *
     * @param request with context 0 or negative GPU layers where nobody has chosen
     * @param machine with the memory of a loaded model counted as free
     * @throws GgufException if the file makes no sense
     */
    public static LoadRequest fitting(LoadRequest request, Machine machine) throws GgufException {
        var figures = ModelFigures.of(GgufModel.open(request.model()));
        boolean anyContext = request.contextSize() == 0;
        int wanted = anyContext ? LoadRequest.DEFAULT_CONTEXT : request.contextSize();
        var devices = request.gpuLayers() == 0 ? machine.processorOnly() : machine;
        var fit = FitCheck.of(figures, devices, wanted, type(request.kvType()));
        return fit.label().fits() ? with(request, fit) : request;
    }

    private static LoadRequest with(LoadRequest request, Fit fit) {
        var plan = fit.plan();
        var changed = request.contextSize() == 0 ? request.withContextSize(plan.contextSize()) : request;
        // a context that somebody chose and that does not fit whole is tried as it was chosen
        if (request.gpuLayers() < 0 && plan.contextSize() == changed.contextSize()) {
            changed = changed.withGpuLayers(plan.gpuLayers()).withExpertLayersInMemory(plan.expertLayersInMemory());
        }
        return changed;
    }

    /** The way a model is loaded. */
    public static LoadPlan planOf(ModelInfo info, int expertLayersInMemory) {
        return new LoadPlan(
                info.contextSize(),
                type(info.kvType()),
                info.gpuLayers() < 0 ? info.layers() + 1 : info.gpuLayers(),
                expertLayersInMemory);
    }

    /**
     * What a loaded model takes.
     *
     * @throws GgufException if its file has changed since
     */
    public static MemoryNeed needOf(Path model, LoadPlan plan, Machine machine) throws GgufException {
        return FitCheck.need(ModelFigures.of(GgufModel.open(model)), machine, plan);
    }

    /** The element type of a cache, in the terms of files. */
    public static TensorType type(KvType type) {
        return switch (type) {
            case F16 -> TensorType.F16;
            case Q8_0 -> TensorType.Q8_0;
        };
    }
}
