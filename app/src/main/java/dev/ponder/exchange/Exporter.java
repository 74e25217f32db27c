package dev.ponder.exchange;

import dev.ponder.chat.ArchivedConversation;
import dev.ponder.chat.Conversations;
import dev.ponder.files.PrivateFiles;
import dev.ponder.store.StoreException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes conversations to a file. Any thread; blocks. */
public final class Exporter {

    private final Conversations conversations;

    /** Writes from these. */
    public Exporter(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Writes conversations in an order. The file is there whole, or as it was before; only its owner can read it.
     *
     * @param thoughts whether thoughts are written too
     * @return how many there were
     * @throws IOException where the file cannot be written
     */
    public int write(List<Long> ids, ExportFormat format, boolean thoughts, Path file)
            throws IOException, StoreException {
        var target = file.toAbsolutePath();
        var fresh = PrivateFiles.unused(target.resolveSibling(Objects.requireNonNull(target.getFileName()) + ".part"));
        try {
            PrivateFiles.createFile(fresh);
            int count;
            try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                count = write(ids, pages(format, thoughts, out));
            }
            PrivateFiles.force(fresh);
            PrivateFiles.moveOver(fresh, target);
            return count;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private int write(List<Long> ids, Pages pages) throws IOException, StoreException {
        int count = 0;
        pages.begin();
        for (long id : ids) {
            Optional<ArchivedConversation> found = conversations.archive(id);
            if (found.isPresent()) {
                pages.add(found.get());
                count++;
            }
        }
        pages.end();
        return count;
    }

    private static Pages pages(ExportFormat format, boolean thoughts, Writer out) throws IOException {
        return switch (format) {
            case MARKDOWN -> new MarkdownPages(out, thoughts);
            case HTML -> new HtmlPages(out, thoughts);
            case JSON -> new PonderJsonWriter(out, thoughts);
        };
    }

    /** A file in the making. */
    interface Pages {

        void begin() throws IOException;

        void add(ArchivedConversation conversation) throws IOException;

        void end() throws IOException;
    }
}
