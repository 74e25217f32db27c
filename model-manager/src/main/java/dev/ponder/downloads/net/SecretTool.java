package dev.ponder.downloads.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Linux: the Secret Service of the desktop (GNOME Keyring, KWallet), by libsecret's {@code secret-tool}.
 *
 * @param program its name or path
 */
record SecretTool(String program) implements SecretStore {

    @Override
    public void put(String name, String secret) throws IOException {
        var result = Tool.run(
                List.of(program, "store", "--label=Ponder: " + name, "service", "dev.ponder", "host", name), secret);
        if (!result.isSuccess()) {
            throw result.failure();
        }
    }

    @Override
    public Optional<String> get(String name) throws IOException {
        var result = Tool.run(List.of(program, "lookup", "service", "dev.ponder", "host", name), "");
        if (!result.isSuccess() && !result.errors().isBlank()) {
            throw result.failure();
        }
        return Optional.of(result.output().strip()).filter(secret -> !secret.isEmpty());
    }

    @Override
    public void remove(String name) throws IOException {
        var result = Tool.run(List.of(program, "clear", "service", "dev.ponder", "host", name), "");
        if (!result.isSuccess() && !result.errors().isBlank()) {
            throw result.failure();
        }
    }
}
