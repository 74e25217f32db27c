package dev.ponder.downloads.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Windows: files that only this user can decrypt, by the data protection API, which PowerShell calls.
 *
 * @param program PowerShell's name or path
 * @param folder for the files
 */
record ProtectedFiles(String program, Path folder) implements SecretStore {

    /** The script takes Base64 on its input and gives Base64 back; the secret is never among the arguments. */
    private static String script(String method) {
        return "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Security; "
                + "$in = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim()); "
                + "$out = [System.Security.Cryptography.ProtectedData]::" + method + "($in, $null, 'CurrentUser'); "
                + "[Console]::Out.Write([Convert]::ToBase64String($out))";
    }

    @Override
    public void put(String name, String secret) throws IOException {
        var plain = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        Files.writeString(file(name), call("Protect", plain));
    }

    @Override
    public Optional<String> get(String name) throws IOException {
        if (!Files.exists(file(name))) {
            return Optional.empty();
        }
        var plain = call("Unprotect", Files.readString(file(name)));
        try {
            return Optional.of(new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("the system's secret store answered nonsense", e);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private String call(String method, String input) throws IOException {
        var result = Tool.run(List.of(program, "-NoProfile", "-NonInteractive", "-Command", script(method)), input);
        if (!result.isSuccess()) {
            throw result.failure();
        }
        return result.output().strip();
    }

    /** Hosts have letters, digits, dots and hyphens; the colon of a port cannot be in a name. */
    private Path file(String name) {
        return folder.resolve("token-" + name.replace(':', '_') + ".protected");
    }
}
