package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.downloads.net.StoredTokens.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTokensTest {

    private static final String TOKEN = "hf_abcdefgh12345678";

    @TempDir
    private Path folder;

    @Test
    void theSecretServiceKeepsTokensAndTheirTextIsInNoArgument() throws Exception {
        var store = new SecretTool(fakeSecretTool().toString());
        assertEquals(Kept.IN_THE_SECRET_STORE, tokens(store).keep("huggingface.co", TOKEN));
        // another run of the program
        assertEquals(Optional.of(TOKEN), tokens(store).of("huggingface.co"));
        assertEquals(Optional.empty(), tokens(store).of("cdn.example.org"));
        var calls = Files.readString(folder.resolve("calls"));
        assertFalse(calls.contains(TOKEN), calls);
        assertFalse(calls.contains("cdn.example.org"), "nobody is asked about hosts without a token");
        assertFalse(Files.readString(folder.resolve("token-hosts")).contains(TOKEN));
        tokens(store).remove("huggingface.co");
        assertEquals(Optional.empty(), tokens(store).of("huggingface.co"));
        assertEquals(Set.of(), tokens(store).all());
    }

    @Test
    void withoutASecretStoreATokenStaysUntilTheEndAndThatIsSaid() {
        var tokens = tokens(new SecretTool(folder.resolve("missing").toString()));
        assertEquals(Kept.UNTIL_PONDER_ENDS, tokens.keep("huggingface.co", TOKEN));
        assertEquals(Optional.of(TOKEN), tokens.of("huggingface.co"));
        assertEquals(Set.of("huggingface.co"), tokens.all());
        assertEquals(
                Optional.empty(),
                tokens(new SecretTool(folder.resolve("missing").toString())).of("huggingface.co"));
        try (var files = Files.walk(folder)) {
            assertTrue(files.filter(Files::isRegularFile).noneMatch(file -> contains(file, TOKEN)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCannotBeATokenIsRefused() {
        var tokens = tokens(new SecretTool("none"));
        for (var text :
                new String[] {"", "short", "with space in it", "with\nline break", "quote\"quote\"", "ümlautümlaut"}) {
            assertThrows(IllegalArgumentException.class, () -> tokens.keep("huggingface.co", text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> tokens.keep("host\" -w x", TOKEN));
    }

    @Test
    void theDesktopsOwnKeyringWorks() throws Exception {
        assumeTrue(System.getenv("DBUS_SESSION_BUS_ADDRESS") != null, "needs a desktop session with a keyring");
        var store = new SecretTool("secret-tool");
        assumeTrue(isThere(store), "needs secret-tool and a secret service");
        store.put("test.example.org", TOKEN);
        assertEquals(Optional.of(TOKEN), store.get("test.example.org"));
        store.remove("test.example.org");
        assertEquals(Optional.empty(), store.get("test.example.org"));
    }

    private static boolean isThere(SecretStore store) {
        try {
            return store.get("nothing.example.org").isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    private StoredTokens tokens(SecretStore store) {
        return new StoredTokens(store, folder.resolve("token-hosts"));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Does what secret-tool does, in files, and notes how it was called. */
    private Path fakeSecretTool() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "a shell script");
        var script = """
                #!/bin/sh
                echo "$@" >> "%1$s/calls"
                for last; do :; done
                case $1 in
                    store) cat > "%1$s/secret-$last" ;;
                    lookup) cat "%1$s/secret-$last" 2>/dev/null ;;
                    clear) rm -f "%1$s/secret-$last" ;;
                esac
                """.formatted(folder.resolve("store"));
        Files.createDirectory(folder.resolve("store"));
        var file = Files.writeString(folder.resolve("secret-tool"), script.replace("%1$s/calls", "calls"));
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                folder.resolve("store") + "/calls",
                                folder.resolve("calls").toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
