package dev.ponder.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.Constants;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes as text: by their byte order mark, else as strict UTF-8, else in the encoding that a detector finds. What is no text
 * is refused.
 */
final class TextDecoding {

    private record Mark(Charset charset, List<Integer> bytes) {

        Mark(Charset charset, Integer... bytes) {
            this(charset, List.of(bytes));
        }

        boolean begins(byte[] text) {
            for (int i = 0; i < bytes.size(); i++) {
                if (i >= text.length || (text[i] & 0xFF) != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The longer ones first, since UTF-32's begins as UTF-16's does. */
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_32LE, 0xFF, 0xFE, 0, 0),
            new Mark(StandardCharsets.UTF_32BE, 0, 0, 0xFE, 0xFF),
            new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
            new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

    /** The detector needs no more. */
    private static final int LOOKED_AT = 256 * 1024;

    private TextDecoding() {}

    static String text(byte[] bytes, String name) throws AttachmentException {
        var text = decoded(bytes, name);
        if (text.length() > AttachmentReader.MOST_CHARACTERS) {
            throw AttachmentReader.tooLong(name);
        }
        if (text.chars().anyMatch(TextDecoding::isNoText)) {
            throw noText(name);
        }
        return text;
    }

    private static String decoded(byte[] bytes, String name) throws AttachmentException {
        for (var mark : MARKS) {
            if (mark.begins(bytes)) {
                int from = mark.bytes().size();
                return strict(ByteBuffer.wrap(bytes, from, bytes.length - from), mark.charset())
                        .orElseThrow(() -> noText(name));
            }
        }
        var utf8 = strict(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        var found = detected(bytes).flatMap(charset -> strict(ByteBuffer.wrap(bytes), charset));
        return found.orElseThrow(() -> noText(name));
    }

    private static Optional<Charset> detected(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                // a zero stands in no text of one to four bytes a character
                return Optional.empty();
            }
        }
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, LOOKED_AT));
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        if (name == null) {
            return Optional.of(Charset.forName("windows-1252"));
        }
        if (name.equals(Constants.CHARSET_MACCYRILLIC)) {
            // the small letters are the same, and files of an old Mac are rare
            return Optional.of(Charset.forName("windows-1251"));
        }
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    private static Optional<String> strict(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException _) {
            // it is in another encoding
            return Optional.empty();
        }
    }

    /** Control characters that text files do not have; form feeds and escapes for colours they do. */
    private static boolean isNoText(int character) {
        return character < ' '
                && character != '\n'
                && character != '\r'
                && character != '\t'
                && character != '\f'
                && character != 0x1B
                && character != '\b';
    }

    private static AttachmentException noText(String name) {
        return new AttachmentException(
                "“" + name + "” is neither text nor a PDF or Word document; attach one of these.");
    }
}
