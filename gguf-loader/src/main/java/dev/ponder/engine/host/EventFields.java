package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.KvType;
import dev.ponder.engine.ModelInfo;
import java.nio.file.Path;

/** The records inside events, field by field in the order of their components. */
final class EventFields {
    // name, description, kind, two sizes
    private static final int LEAST_DEVICE_BYTES = 4 + 4 + 4 + 8 + 8;

    private EventFields() {}

    static void writeInfo(WireOutput out, EngineInfo info) {
        out.text(info.llamaVersion())
                .text(info.nativesFolder())
                .list(info.backends(), WireOutput::text)
                .text(info.systemInfo())
                .list(info.devices(), EventFields::writeDevice)
                .list(info.problems(), WireOutput::text);
    }

    static EngineInfo readInfo(WireInput in) throws WireException {
        return new EngineInfo(
                in.text(),
                in.text(),
                in.list(Integer.BYTES, WireInput::text),
                in.text(),
                in.list(LEAST_DEVICE_BYTES, EventFields::readDevice),
                in.list(Integer.BYTES, WireInput::text));
    }

    private static void writeDevice(WireOutput out, EngineInfo.Device device) {
        out.text(device.name())
                .text(device.description())
                .constant(device.kind())
                .number(device.freeBytes())
                .number(device.totalBytes());
    }

    private static EngineInfo.Device readDevice(WireInput in) throws WireException {
        return new EngineInfo.Device(
                in.text(), in.text(), in.constant(EngineInfo.DeviceKind.class), in.longNumber(), in.longNumber());
    }

    static void writeModel(WireOutput out, ModelInfo model) {
        out.text(model.file().toString())
                .text(model.description())
                .number(model.parameters())
                .number(model.weightBytes())
                .number(model.vocabularySize())
                .number(model.trainedContext())
                .number(model.contextSize())
                .constant(model.kvType())
                .number(model.threads())
                .number(model.layers())
                .number(model.gpuLayers())
                .optionalText(model.chatTemplate())
                .number(model.loadMillis());
    }

    static ModelInfo readModel(WireInput in) throws WireException {
        return new ModelInfo(
                Path.of(in.text()),
                in.text(),
                in.longNumber(),
                in.longNumber(),
                in.size(),
                in.size(),
                in.size(),
                in.constant(KvType.class),
                in.size(),
                in.size(),
                in.number(),
                in.optionalText(),
                in.longNumber());
    }

    static void writeError(WireOutput out, EngineError error) {
        out.constant(error.code()).text(error.message()).text(error.detail());
    }

    static EngineError readError(WireInput in) throws WireException {
        return new EngineError(in.constant(EngineError.Code.class), in.text(), in.text());
    }
}
