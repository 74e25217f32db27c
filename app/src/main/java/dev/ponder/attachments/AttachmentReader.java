package dev.ponder.attachments;

import dev.ponder.attachments.Attachment.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * Reads files for messages. Nothing of a file is trusted: its size is bounded before it is read, its kind is told by what
 * stands in it, and what is read of it is text alone. Methods block and may be called from any thread.
 */
public final class AttachmentReader {

    /** Bytes of the largest file. */
    public static final long MOST_BYTES = 32L << 20;

    /** Characters of the longest text; beyond any context that a model here has. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Other programs accept a PDF that begins within so many bytes. */
    private static final int PDF_WITHIN = 1024;

    private AttachmentReader() {}

    /**
     * Reads a file.
     *
     * @throws AttachmentException where it is none that a model could read
     */
    public static Attachment read(Path file) throws AttachmentException {
        var name = String.valueOf(file.getFileName());
        var bytes = bytes(file, name);
        var kind = kind(bytes);
        var text =
                switch (kind) {
                    case TEXT -> TextDecoding.text(bytes, name);
                    case PDF -> PdfText.of(bytes, name);
                    case DOCX -> DocxText.of(bytes, name);
                };
        if (text.isBlank()) {
            throw new AttachmentException(
                    kind == Kind.PDF
                            ? "“" + name + "” holds no text, as scanned pages do; attach a PDF with text."
                            : "“" + name + "” holds no text; attach another file.");
        }
        return new Attachment(name, kind, bytes.length, withoutCarriageReturns(text));
    }

    private static byte[] bytes(Path file, String name) throws AttachmentException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new AttachmentException("“" + name + "” is a folder or a device; attach files alone.");
            }
            if (attributes.size() > MOST_BYTES) {
                throw tooLarge(name);
            }
            try (var in = Files.newInputStream(file)) {
                // it may have grown since
                var bytes = in.readNBytes((int) MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw tooLarge(name);
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw new AttachmentException("“" + name + "” is not there any more; choose it again.", e);
        } catch (IOException e) {
            throw new AttachmentException("“" + name + "” cannot be read; see that you may open it.", e);
        }
    }

    private static AttachmentException tooLarge(String name) {
        return new AttachmentException(
                "“" + name + "” is larger than " + (MOST_BYTES >> 20) + " MB; attach a part of it.");
    }

    private static Kind kind(byte[] bytes) {
        if (indexOf(bytes, PDF, PDF_WITHIN) >= 0) {
            return Kind.PDF;
        }
        return startsWith(bytes, ZIP, 0) ? Kind.DOCX : Kind.TEXT;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int within) {
        for (int at = 0; at < Math.min(within, bytes.length - wanted.length + 1); at++) {
            if (startsWith(bytes, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, byte[] wanted, int at) {
        return bytes.length - at >= wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    static AttachmentException tooLong(String name) {
        return new AttachmentException("“" + name + "” holds more than " + MOST_CHARACTERS / 1_000_000
                + " million characters; attach a part of it.");
    }

    private static String withoutCarriageReturns(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
