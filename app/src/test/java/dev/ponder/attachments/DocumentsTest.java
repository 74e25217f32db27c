package dev.ponder.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.attachments.Attachment.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF and Word documents, whole, damaged and hostile. */
class DocumentsTest {

    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    private Path folder;

    @BeforeAll
    static void leaveTheSystemsFontsAlone() {
        FontMappers.set(new PdfFonts());
    }

    private Attachment read(String name, byte[] bytes) throws Exception {
        return AttachmentReader.read(Files.write(folder.resolve(name), bytes));
    }

    private String refusal(String name, byte[] bytes) {
        return assertThrows(AttachmentException.class, () -> read(name, bytes)).sentence();
    }

    private static byte[] pdf(String password, List<String> pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var text : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    out.newLineAtOffset(72, 700);
                    out.showText(text);
                    out.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        var xml = "<?xml version=\"1.0\"?><w:document xmlns:w=\"" + WORDS + "\"><w:body>" + body
                + "</w:body></w:document>";
        return zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsThePagesOfAPdf() throws Exception {
        var read = read("paper.pdf", pdf("", List.of("The first page.", "And the second.")));

        assertEquals(Kind.PDF, read.kind());
        assertEquals("The first page.\n\nAnd the second.", read.text());
    }

    @Test
    void saysWhyAPdfCannotBeRead() throws Exception {
        assertTrue(refusal("scan.pdf", pdf("", List.of(" "))).contains("as scanned pages do"));
        assertTrue(refusal("secret.pdf", pdf("pass", List.of("x"))).contains("asks for a password"));
        assertTrue(refusal("bad.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8))
                .contains("may be damaged"));
    }

    @Test
    void aPdfThatIsCutAnywhereIsReadOrRefused() throws Exception {
        var whole = pdf("", List.of("Some text on the only page."));
        for (int length = 5; length < whole.length; length += 37) {
            var cut = Arrays.copyOf(whole, length);
            try {
                assertTrue(read("cut.pdf", cut).text().length() < 100);
            } catch (AttachmentException refused) {
                assertTrue(refused.sentence().startsWith("“cut.pdf”"), refused.sentence());
            }
        }
    }

    @Test
    void readsParagraphsTabsAndTablesOfAWordDocument() throws Exception {
        var read = read("letter.docx", docx("""
                <w:p><w:r><w:t xml:space="preserve">Dear </w:t></w:r><w:r><w:t>Ada,</w:t></w:r></w:p>
                <w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three &amp; four</w:t></w:r></w:p>
                <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>
                </w:tr></w:tbl>"""));

        assertEquals(Kind.DOCX, read.kind());
        assertEquals("Dear Ada,\none\ttwo\nthree & four\n\na\tb", read.text());
    }

    @Test
    void readsWhatIsThereTwiceForOlderProgramsOnce() throws Exception {
        var body = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                + "<mc:Choice><w:p><w:r><w:t>new</w:t></w:r></w:p></mc:Choice>"
                + "<mc:Fallback><w:p><w:r><w:t>old</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";

        assertEquals("new", read("box.docx", docx(body)).text());
    }

    @Test
    void readsNoOtherFileForADocument() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        var xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><w:document xmlns:w=\"" + WORDS
                + "\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";

        assertTrue(refusal("evil.docx", zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8)))
                .contains("may be damaged"));
    }

    @Test
    void unpacksOnlySoMuch() throws Exception {
        var bomb = ("<w:document xmlns:w=\"" + WORDS + "\">" + " ".repeat(80 << 20)).getBytes(StandardCharsets.UTF_8);

        assertTrue(refusal("bomb.docx", zip("word/document.xml", bomb)).contains("may be damaged"));
        assertTrue(refusal("other.docx", zip("word/other.bin", bomb)).contains("may be damaged"));
    }

    @Test
    void saysThatAnArchiveIsNoDocument() throws Exception {
        assertTrue(refusal("files.zip", zip("a.txt", new byte[] {1})).contains("an archive and no Word document"));
    }
}
