package dev.ponder.engine.host;

import dev.ponder.engine.host.HostEvent.Described;
import dev.ponder.engine.host.HostEvent.Generated;
import dev.ponder.engine.host.HostEvent.Heartbeat;
import dev.ponder.engine.host.HostEvent.Hello;
import dev.ponder.engine.host.HostEvent.LoadProgress;
import dev.ponder.engine.host.HostEvent.Loaded;
import dev.ponder.engine.host.HostEvent.Refused;
import dev.ponder.engine.host.HostEvent.Tokenized;
import dev.ponder.engine.host.HostEvent.Unloaded;

/** {@link HostEvent} as bytes: a tag, the id where there is one, the fields. */
final class EventCodec {

    private EventCodec() {}

    static byte[] encode(HostEvent event) {
        var out = new WireOutput();
        switch (event) {
            case Hello(var pid) -> out.tag(1).number(pid);
            case Heartbeat(var busy) -> out.tag(2).number(busy);
            case Described(var id, var info) -> EventFields.writeInfo(out.tag(3).number(id), info);
            case LoadProgress(var id, var fraction) -> out.tag(4).number(id).fraction(fraction);
            case Loaded(var id, var model) -> EventFields.writeModel(out.tag(5).number(id), model);
            case Unloaded(var id) -> out.tag(6).number(id);
            case Tokenized(var id, var ids) -> out.tag(7).number(id).list(ids, WireOutput::number);
            case Refused(var id, var error) -> EventFields.writeError(out.tag(8).number(id), error);
            case Generated(var id, var generation) ->
                GenerationCodec.write(out.tag(9).number(id), generation);
        }
        return out.toBytes();
    }

    /**
     * Reads an event.
     *
     * @throws WireException when the bytes are not exactly one event
     */
    static HostEvent decode(byte[] payload) throws WireException {
        return WireInput.decode(payload, EventCodec::read);
    }

    private static HostEvent read(WireInput in) throws WireException {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new Hello(in.longNumber());
            case 2 -> new Heartbeat(in.longNumber());
            case 3 -> new Described(in.longNumber(), EventFields.readInfo(in));
            case 4 -> new LoadProgress(in.longNumber(), in.fraction());
            case 5 -> new Loaded(in.longNumber(), EventFields.readModel(in));
            case 6 -> new Unloaded(in.longNumber());
            case 7 -> new Tokenized(in.longNumber(), in.list(Integer.BYTES, WireInput::number));
            case 8 -> new Refused(in.longNumber(), EventFields.readError(in));
            case 9 -> new Generated(in.longNumber(), GenerationCodec.read(in));
            default -> throw new WireException(tag + " is no event");
        };
    }
}
