package dev.ponder.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.attachments.Attachment.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentReaderTest {

    private static final String RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. ".repeat(4);
    private static final String JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。".repeat(4);
    private static final String CHINESE = "今天天气很好，我们一起去公园散步，然后回家吃晚饭。".repeat(4);
    private static final String GERMAN = "Falsches Üben von Xylophonmusik quält jeden größeren Zwerg. ".repeat(4);

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private String read(byte[] bytes) throws Exception {
        return AttachmentReader.read(file("notes.txt", bytes)).text();
    }

    private static String refusal(Path file) {
        return assertThrows(AttachmentException.class, () -> AttachmentReader.read(file))
                .sentence();
    }

    @Test
    void readsUtf8WithItsSizeAndName() throws Exception {
        var bytes = "Grüße 👋🏽\nzwei\n".getBytes(StandardCharsets.UTF_8);

        assertEquals(
                new Attachment("a.md", Kind.TEXT, bytes.length, "Grüße 👋🏽\nzwei\n"),
                AttachmentReader.read(file("a.md", bytes)));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-32LE,FFFE0000", "UTF-32BE,0000FEFF"})
    void readsWhatAByteOrderMarkSays(String charset, String mark) throws Exception {
        var bytes =
                HexFormat.of().parseHex(mark + HexFormat.of().formatHex("Grüße 你好".getBytes(Charset.forName(charset))));

        assertEquals("Grüße 你好", read(bytes));
    }

    @Test
    void readsUsualLegacyEncodings() throws Exception {
        assertEquals(GERMAN, read(GERMAN.getBytes(Charset.forName("windows-1252"))));
        assertEquals(RUSSIAN, read(RUSSIAN.getBytes(Charset.forName("windows-1251"))));
        assertEquals(RUSSIAN, read(RUSSIAN.getBytes(Charset.forName("KOI8-R"))));
        assertEquals(JAPANESE, read(JAPANESE.getBytes(Charset.forName("Shift_JIS"))));
        assertEquals(JAPANESE, read(JAPANESE.getBytes(Charset.forName("EUC-JP"))));
        assertEquals(CHINESE, read(CHINESE.getBytes(Charset.forName("GB18030"))));
        assertEquals(
                CHINESE.replace('们', '門').replace('园', '園'),
                read(CHINESE.replace('们', '門').replace('园', '園').getBytes(Charset.forName("GB18030"))));
    }

    @Test
    void linesEndAlike() throws Exception {
        assertEquals("a\nb\nc\n", read("a\r\nb\rc\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        var noise = new byte[4000];
        new Random(5).nextBytes(noise);
        assertTrue(refusal(file("photo.jpg", noise)).contains("neither text nor"));
        assertTrue(refusal(file("zeros", new byte[100])).contains("neither text nor"));
        assertTrue(refusal(file("empty.txt", new byte[0])).contains("holds no text"));
        assertTrue(refusal(file("blank.txt", " \n ".getBytes(StandardCharsets.UTF_8)))
                .contains("holds no text"));
    }

    @Test
    void refusesFoldersAndWhatIsNotThere() {
        assertTrue(refusal(folder).contains("a folder or a device"));
        assertTrue(refusal(folder.resolve("gone.txt")).contains("not there any more"));
        assertTrue(refusal(Path.of("/dev/zero")).contains("a folder or a device"));
    }

    @Test
    void refusesALargeFileBeforeItIsRead() throws Exception {
        var large = folder.resolve("large.txt");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            // takes no room on the disk
            file.setLength(1L << 40);
        }

        assertEquals("“large.txt” is larger than 32 MB; attach a part of it.", refusal(large));
    }

    @Test
    void refusesTextThatIsTooLong() throws Exception {
        var text = "a".repeat(AttachmentReader.MOST_CHARACTERS + 1);

        assertTrue(refusal(file("long.txt", text.getBytes(StandardCharsets.US_ASCII)))
                .contains("4 million characters"));
    }
}
