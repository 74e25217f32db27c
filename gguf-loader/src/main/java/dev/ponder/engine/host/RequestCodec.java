package dev.ponder.engine.host;

import dev.ponder.engine.LandedBy;
import dev.ponder.engine.host.HostRequest.Cancel;
import dev.ponder.engine.host.HostRequest.Decide;
import dev.ponder.engine.host.HostRequest.Describe;
import dev.ponder.engine.host.HostRequest.Generate;
import dev.ponder.engine.host.HostRequest.Land;
import dev.ponder.engine.host.HostRequest.Load;
import dev.ponder.engine.host.HostRequest.Shutdown;
import dev.ponder.engine.host.HostRequest.Tokenize;
import dev.ponder.engine.host.HostRequest.Unload;
import dev.ponder.engine.host.HostRequest.Warm;

/** {@link HostRequest} as bytes: a tag, the id, the fields. */
final class RequestCodec {

    private RequestCodec() {}

    static byte[] encode(HostRequest request) {
        var out = new WireOutput();
        switch (request) {
            case Describe(var id) -> out.tag(1).number(id);
            case Load(var id, var load) -> RequestFields.writeLoad(out.tag(2).number(id), load);
            case Unload(var id) -> out.tag(3).number(id);
            case Tokenize(var id, var prompt) ->
                RequestFields.writePrompt(out.tag(4).number(id), prompt);
            case Generate(var id, var generation) ->
                RequestFields.writeGeneration(out.tag(5).number(id), generation);
            case Cancel(var id) -> out.tag(6).number(id);
            case Shutdown() -> out.tag(7);
            case Warm(var id, var conversation, var prompt) ->
                RequestFields.writePrompt(out.tag(8).number(id).text(conversation), prompt);
            case Decide(var id, var decision) ->
                RequestFields.writeDecision(out.tag(9).number(id), decision);
            case Land(var id, var by) -> out.tag(10).number(id).constant(by);
        }
        return out.toBytes();
    }

    /**
     * Reads a request.
     *
     * @throws WireException when the bytes are not exactly one request
     */
    static HostRequest decode(byte[] payload) throws WireException {
        return WireInput.decode(payload, RequestCodec::read);
    }

    private static HostRequest read(WireInput in) throws WireException {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new Describe(in.longNumber());
            case 2 -> new Load(in.longNumber(), RequestFields.readLoad(in));
            case 3 -> new Unload(in.longNumber());
            case 4 -> new Tokenize(in.longNumber(), RequestFields.readPrompt(in));
            case 5 -> new Generate(in.longNumber(), RequestFields.readGeneration(in));
            case 6 -> new Cancel(in.longNumber());
            case 7 -> new Shutdown();
            case 8 -> new Warm(in.longNumber(), in.text(), RequestFields.readPrompt(in));
            case 9 -> new Decide(in.longNumber(), RequestFields.readDecision(in));
            case 10 -> new Land(in.longNumber(), in.constant(LandedBy.class));
            default -> throw new WireException(tag + " is no request");
        };
    }
}
