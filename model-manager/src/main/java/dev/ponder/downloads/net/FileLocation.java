package dev.ponder.downloads.net;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Sha256;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a file's bytes are and what its server says about it.
 *
 * @param bytes the address at the end of all redirects; signed, and good for an hour or so
 * @param size in bytes, where it is told
 * @param sha256 that the asked host itself tells; Hugging Face does in {@code x-linked-etag}
 * @param commit at which the file was found, where the hub tells it
 * @param hasRanges whether parts can be asked for
 */
public record FileLocation(
        URI bytes, OptionalLong size, Optional<Sha256> sha256, Optional<String> commit, boolean hasRanges) {

    private static final ByteRange FIRST_BYTE = new ByteRange(0, 1);

    /**
     * Asks for a file's first byte, which tells everything about it.
     *
     * @param what the file in words
     */
    public static FileLocation ask(Connector connector, URI address, String what)
            throws DownloadException, InterruptedException {
        try (var reply = connector.get(new Ask(address, Purpose.RESOLVE, what, Optional.of(FIRST_BYTE)))) {
            var delivery = Delivery.of(reply, FIRST_BYTE, what);
            var linked = reply.headerOfOrigin("x-linked-size").flatMap(FileLocation::number);
            return new FileLocation(
                    reply.address(),
                    linked.map(OptionalLong::of).orElse(delivery.size()),
                    reply.headerOfOrigin("x-linked-etag")
                            .map(FileLocation::unquoted)
                            .flatMap(Sha256::parse),
                    reply.headerOfOrigin("x-repo-commit").filter(commit -> commit.matches("[0-9a-f]{40}")),
                    !delivery.isWhole());
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String unquoted(String tag) {
        return tag.replaceFirst("^W/", "").replace("\"", "");
    }
}
