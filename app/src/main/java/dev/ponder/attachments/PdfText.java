package dev.ponder.attachments;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page by page. */
final class PdfText {

    /** A document of more pages is refused; at a few hundred tokens a page no context holds it. */
    private static final int MOST_PAGES = 3_000;

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfText() {}

    static String of(byte[] bytes, String name) throws AttachmentException {
        try (var document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new AttachmentException(
                        "“" + name + "” has more than " + MOST_PAGES + " pages; attach a part of it.");
            }
            return pages(document, name);
        } catch (InvalidPasswordException e) {
            throw new AttachmentException(
                    "“" + name + "” asks for a password; save it without one and attach that.", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a library of this size meets damaged files in more ways than it says
            throw new AttachmentException("“" + name + "” cannot be read as a PDF; it may be damaged.", e);
        }
    }

    private static String pages(PDDocument document, String name) throws IOException, AttachmentException {
        var text = new StringBuilder();
        var stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        // most files store their letters in reading order, and columns would be mixed by sorting them
        stripper.setSortByPosition(false);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            text.append(stripper.getText(document).strip()).append("\n\n");
            if (text.length() > AttachmentReader.MOST_CHARACTERS) {
                throw AttachmentReader.tooLong(name);
            }
        }
        return text.toString().strip();
    }
}
