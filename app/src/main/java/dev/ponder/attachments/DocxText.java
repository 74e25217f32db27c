package dev.ponder.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a Word document (ECMA-376, WordprocessingML): paragraphs by lines, cells of a table by tabs. Read with the
 * JDK's own parser without document types and entities, and within bounds, whatever the archive says of its sizes.
 */
final class DocxText {

    private static final String MAIN = "word/document.xml";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_WORDS = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final String CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /** Bytes of the largest part that is unpacked: an archive can claim little and hold without end. */
    private static final int MOST_UNPACKED = 64 << 20;

    /** A document has a few dozen parts. */
    private static final int MOST_ENTRIES = 10_000;

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;

    private DocxText(String name) {
        this.name = name;
    }

    static String of(byte[] bytes, String name) throws AttachmentException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            long unpacked = 0;
            for (var entry = zip.getNextEntry(); entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry()) {
                entries++;
                if (entry.getName().equals(MAIN)) {
                    return new DocxText(name).read(new Bounded(zip, MOST_UNPACKED));
                }
                unpacked += zip.skip(MOST_UNPACKED - unpacked + 1);
                if (unpacked > MOST_UNPACKED) {
                    throw new IOException("more than is unpacked");
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new AttachmentException("“" + name + "” cannot be read as a Word document; it may be damaged.", e);
        }
        throw new AttachmentException(
                "“" + name + "” is an archive and no Word document; unpack it and attach its files.");
    }

    private String read(InputStream xml) throws XMLStreamException, AttachmentException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(xml);
        try {
            while (reader.hasNext()) {
                step(reader);
                if (text.length() > AttachmentReader.MOST_CHARACTERS) {
                    throw AttachmentReader.tooLong(name);
                }
            }
        } finally {
            reader.close();
        }
        return text.toString().strip();
    }

    private void step(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> onStart(reader);
            case XMLStreamConstants.END_ELEMENT -> onEnd(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (inText) {
                    text.append(reader.getText());
                }
            }
            case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type has no place here");
            default -> {}
        }
    }

    private void onStart(XMLStreamReader reader) throws XMLStreamException {
        if (CHOICES.equals(reader.getNamespaceURI()) && reader.getLocalName().equals("Fallback")) {
            // the same once more, for programs that know less
            skip(reader);
        } else if (isWords(reader)) {
            switch (reader.getLocalName()) {
                case "t" -> inText = true;
                case "tab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                default -> {}
            }
        }
    }

    private void onEnd(XMLStreamReader reader) {
        if (!isWords(reader)) {
            return;
        }
        switch (reader.getLocalName()) {
            case "t" -> inText = false;
            case "p" -> text.append('\n');
            case "tc" -> replaceBreak('\t');
            case "tr" -> replaceBreak('\n');
            default -> {}
        }
    }

    /** The last paragraph of a cell ends with the cell. */
    private void replaceBreak(char by) {
        int last = text.length() - 1;
        if (last >= 0 && (text.charAt(last) == '\n' || text.charAt(last) == '\t')) {
            text.setCharAt(last, by);
        } else {
            text.append(by);
        }
    }

    private static boolean isWords(XMLStreamReader reader) {
        var space = reader.getNamespaceURI();
        return WORDS.equals(space) || STRICT_WORDS.equals(space);
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Refuses to give more than a number of bytes. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private int left;

        Bounded(InputStream in, int most) {
            this.in = in;
            left = most;
        }

        @Override
        public int read() throws IOException {
            requireLeft();
            int read = in.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            requireLeft();
            int read = in.read(into, from, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        private void requireLeft() throws IOException {
            if (left == 0) {
                throw new IOException("more than is unpacked");
            }
        }
    }
}
