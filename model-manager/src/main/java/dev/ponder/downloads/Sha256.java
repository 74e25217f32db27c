package dev.ponder.downloads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 value.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** Takes digits of either case. */
    public Sha256 {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /** Reads what somebody else wrote; empty where it is no SHA-256, for example an ETag of another kind. */
    public static Optional<Sha256> parse(String text) {
        var hex = text.strip().toLowerCase(Locale.ROOT);
        return HEX.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
    }

    /** The value that a digest has come to; the digest is reset. */
    public static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** A fresh digest: the system's, which is several times as fast, or else Java's. */
    public static MessageDigest digest() {
        return SystemSha256.create().orElseGet(Sha256::javaDigest);
    }

    static MessageDigest javaDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A digest that has seen the same bytes and goes on by itself. */
    public static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every digest of ours can be copied", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
