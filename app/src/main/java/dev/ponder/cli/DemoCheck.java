package dev.ponder.cli;

import dev.ponder.resources.DemoModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whether the demo model is the one that Ponder was shipped with.
 *
 * @param file where it lies; null where it is missing
 * @param state what its hash says
 */
record DemoCheck(@Nullable Path file, State state) {

    /** What the hash of the file says. */
    enum State {
        /** The hash is right. */
        INTACT,
        /** The hash is wrong. */
        DAMAGED,
        /** The file cannot be read. */
        UNREADABLE,
        /** There is no such file. */
        MISSING
    }

    /** Hashes the installation's file. */
    static DemoCheck ofInstallation() {
        return DemoModel.file().map(DemoCheck::of).orElseGet(() -> new DemoCheck(null, State.MISSING));
    }

    /** Hashes a file. */
    static DemoCheck of(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            var hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
            return new DemoCheck(file, hash.equals(DemoModel.SHA_256) ? State.INTACT : State.DAMAGED);
        } catch (IOException _) {
            return new DemoCheck(file, State.UNREADABLE);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** For a person. */
    String inWords() {
        return switch (state) {
            case INTACT -> file + ", SHA-256 right";
            case DAMAGED -> file + ", SHA-256 WRONG: the file is damaged; reinstall Ponder";
            case UNREADABLE -> file + ", cannot be read";
            case MISSING -> "missing from this installation";
        };
    }
}
