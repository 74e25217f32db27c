package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.EngineInfo.DeviceKind;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The model that is wanted and how many of its layers go to the GPU, as far as experience lets them. One thread. */
final class ModelPlacement {
    private static final Logger LOG = System.getLogger(ModelPlacement.class.getName());

    /** What is known of GPUs here. */
    private enum Gpu {
        UNKNOWN,
        PRESENT,
        ABSENT
    }

    private final FailureMemory memory;
    private final Consumer<SupervisorState> listener;
    private Gpu gpu = Gpu.UNKNOWN;
    private @Nullable LoadRequest wanted;
    private int layers;
    private int announced;

    ModelPlacement(FailureMemory memory, Consumer<SupervisorState> listener) {
        this.memory = memory;
        this.listener = listener;
    }

    /**
     * Wants a model.
     *
     * @return whether it is known to end the engine
     */
    boolean want(LoadRequest request) {
        wanted = request;
        announced = request.gpuLayers();
        layers = memory.layers(request).orElse(request.gpuLayers());
        return memory.isHopeless(request);
    }

    void forget() {
        wanted = null;
    }

    boolean isWanted() {
        return wanted != null;
    }

    /** The load as it is to be tried now. */
    LoadRequest request() {
        return requireWanted().withGpuLayers(layers);
    }

    /** Whether it must be asked first if there is a GPU at all. A load onto one opens its driver anyway. */
    boolean needsDevices() {
        return gpu == Gpu.UNKNOWN && layers != 0;
    }

    void learn(EngineInfo info) {
        gpu = info.devices().stream().allMatch(device -> device.kind() == DeviceKind.CPU) ? Gpu.ABSENT : Gpu.PRESENT;
    }

    /**
     * Takes layers off the GPU: half of them first, then all. Where the process ended before it could name its devices,
     * the driver itself is suspected, and all go at once.
     *
     * @return whether there was anything to take
     */
    boolean stepDown() {
        var request = wanted;
        if (request == null || layers == 0 || gpu == Gpu.ABSENT) {
            return false;
        }
        layers = gpu == Gpu.UNKNOWN ? 0 : GpuSteps.below(request.gpuLayers(), layers, modelLayers(request.model()));
        memory.steppedDown(request, layers);
        return true;
    }

    /** Takes layers off the GPU after a refusal that fewer of them may avoid. */
    boolean stepDownAfter(Code refusal) {
        return switch (refusal) {
            case OUT_OF_MEMORY, MODEL_REFUSED, COMPUTE_FAILED -> stepDown();
            default -> false;
        };
    }

    /** The model is in place. */
    void worked() {
        var request = requireWanted();
        memory.worked(request);
        if (layers != announced) {
            announced = layers;
            listener.accept(new SupervisorState.SteppedDown(request.gpuLayers(), layers));
        }
    }

    /** Remembers that nothing helped, and says so. */
    EngineError giveUp(EngineError last) {
        var request = wanted;
        if (request == null) {
            return new EngineError(
                    last.code(),
                    "The engine process ended several times in a row; `ponder doctor` may say why.",
                    last.detail());
        }
        memory.gaveUp(request);
        return new EngineError(
                last.code(),
                "The engine ended " + RestartPolicy.ATTEMPTS + " times in a row with "
                        + request.model().getFileName() + "; choose another file or another model.",
                last.detail());
    }

    private LoadRequest requireWanted() {
        var request = wanted;
        if (request == null) {
            throw new IllegalStateException("no model is wanted");
        }
        return request;
    }

    private static int modelLayers(Path file) {
        try {
            return GgufModel.open(file).architecture().layers();
        } catch (GgufException e) {
            // nothing to halve: the next step is the CPU
            LOG.log(Level.DEBUG, "the layers of the model are not known", e);
            return 0;
        }
    }
}
