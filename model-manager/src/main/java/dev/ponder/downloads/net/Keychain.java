package dev.ponder.downloads.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * macOS: the login keychain, by {@code security}. A secret goes in as a command on its standard input, since as an argument
 * everybody could read it.
 *
 * @param program its name or path
 */
record Keychain(String program) implements SecretStore {

    private static final int NOT_FOUND = 44;

    @Override
    public void put(String name, String secret) throws IOException {
        var result = Tool.run(
                List.of(program, "-i"),
                "add-generic-password -U -s dev.ponder -a \"" + name + "\" -w \"" + secret + "\"\n");
        if (!result.isSuccess() || !get(name).equals(Optional.of(secret))) {
            throw result.failure();
        }
    }

    @Override
    public Optional<String> get(String name) throws IOException {
        var result = Tool.run(List.of(program, "find-generic-password", "-s", "dev.ponder", "-a", name, "-w"), "");
        if (result.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!result.isSuccess()) {
            throw result.failure();
        }
        return Optional.of(result.output().strip());
    }

    @Override
    public void remove(String name) throws IOException {
        var result = Tool.run(List.of(program, "delete-generic-password", "-s", "dev.ponder", "-a", name), "");
        if (!result.isSuccess() && result.status() != NOT_FOUND) {
            throw result.failure();
        }
    }
}
