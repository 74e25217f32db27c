import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies a TrueType font, leaving out the drawing of glyph 0. JavaFX 26 draws that glyph, a box, for every character that
 * Pango calls invisible, such as the variation selector in many emoji. Arguments: the font, and the file to write.
 */
void main(String[] arguments) throws Exception {
    var font = ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0])));
    int glyphs = table(font, "loca");
    // https://learn.microsoft.com/typography/opentype/spec/loca: a glyph without an outline begins where the next one does
    boolean isLong = font.getShort(table(font, "head") + 50) == 1;
    if (isLong) {
        font.putInt(glyphs, font.getInt(glyphs + Integer.BYTES));
    } else {
        font.putShort(glyphs, font.getShort(glyphs + Short.BYTES));
    }
    var target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.write(target, font.array());
}

/** Where a table begins, by the directory at the file's beginning. */
int table(ByteBuffer font, String tag) {
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
        int entry = 12 + 16 * i;
        var name = new byte[4];
        font.get(entry, name);
        if (tag.equals(new String(name, java.nio.charset.StandardCharsets.US_ASCII))) {
            return font.getInt(entry + 8);
        }
    }
    throw new IllegalArgumentException("the font has no table " + tag);
}
