package dev.ponder.downloads.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The server in a process of its own, for measurements: {@code SIZE BYTES-PER-SECOND}; ends with its standard input. */
public final class ServerProgram {

    private ServerProgram() {}

    public static void main(String... arguments) throws IOException {
        var content = new Content(Long.parseLong(arguments[0]), 1);
        long limit = Long.parseLong(arguments[1]);
        try (var server = HubServer.start().put("model.gguf", content)) {
            server.pace(limit == 0 ? Pace.UNLIMITED : new Pace(limit));
            var hash = server.sha256(content);
            var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            out.println(server.address() + " " + hash);
            while (System.in.read() >= 0) {
                // until whoever started it ends
            }
        }
    }
}
