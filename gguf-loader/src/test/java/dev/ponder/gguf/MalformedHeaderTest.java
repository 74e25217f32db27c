package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers built byte by byte, each wrong in one place. */
class MalformedHeaderTest {
    private static final int MAGIC = 0x4655_4747;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GgufOutput header = new GgufOutput(bytes);

    @TempDir
    Path folder;

    @Test
    void saysThatAFileIsMissing() {
        var refused = assertThrows(GgufException.class, () -> GgufFile.read(folder.resolve("none.gguf")));
        assertTrue(refused.getMessage().startsWith("There is no file "), refused.getMessage());
    }

    @Test
    void saysThatAFolderIsNoFile() {
        var refused = assertThrows(GgufException.class, () -> GgufFile.read(folder));
        assertTrue(refused.getMessage().endsWith("is a folder; choose a .gguf file in it."), refused.getMessage());
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        assertRefuses("is empty; download it again.");
    }

    @Test
    void recognisesAWebPage() throws IOException {
        header.write("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8));
        assertRefuses("is a web page");
    }

    @Test
    void recognisesAGitLfsPointer() throws IOException {
        header.write("version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8));
        assertRefuses("is a Git LFS pointer");
    }

    @Test
    void showsTheBeginningOfAnotherFileWithoutItsControlCharacters() throws IOException {
        header.write("PK\u0003\u0004 and so on".getBytes(StandardCharsets.UTF_8));
        assertRefuses("it begins with 'PK\\u0003\\u0004'");
    }

    @Test
    void refusesBigEndianFiles() throws IOException {
        header.u32(MAGIC).u32(Integer.reverseBytes(3)).u64(0).u64(0);
        assertRefuses("big-endian");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4, 70_000})
    void refusesOtherVersions(long version) throws IOException {
        header.u32(MAGIC).u32(version).u64(0).u64(0);
        assertRefuses("of version " + version);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 65_537, Long.MAX_VALUE})
    void refusesAbsurdNumbersOfTensors(long count) throws IOException {
        header.u32(MAGIC).u32(3).u64(count).u64(0);
        assertRefuses("it claims " + Long.toUnsignedString(count) + " tensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 16_385, Long.MAX_VALUE})
    void refusesAbsurdNumbersOfEntries(long count) throws IOException {
        header.u32(MAGIC).u32(3).u64(0).u64(count);
        assertRefuses("it claims " + Long.toUnsignedString(count) + " metadata entries");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 65_536, 1L << 62})
    void refusesAbsurdlyLongKeys(long length) throws IOException {
        start(0, 1).u64(length);
        assertRefuses("a metadata key claims " + Long.toUnsignedString(length) + " bytes");
    }

    @Test
    void refusesAnEmptyKey() throws IOException {
        start(0, 1).text("").u32(GgufType.BOOL.id()).write(1);
        assertRefuses("one of its metadata keys is empty");
    }

    @Test
    void refusesAKeyThatOccursTwice() throws IOException {
        start(0, 2).text("key").typed(new GgufValue.Flag(true));
        header.text("key").typed(new GgufValue.Flag(true));
        assertRefuses("its key 'key' occurs twice");
    }

    @Test
    void refusesAnUnknownTypeOfValue() throws IOException {
        start(0, 1).text("key").u32(13).u64(0);
        assertRefuses("its key 'key' has the unknown type 13");
    }

    @Test
    void refusesAnAbsurdlyLongText() throws IOException {
        start(0, 1).text("key").u32(GgufType.STRING.id()).u64((1 << 20) + 1);
        assertRefuses("the text of its key 'key' claims 1048577 bytes");
    }

    @Test
    void saysHowFarATextReachesBeyondTheEnd() throws IOException {
        start(0, 1).text("key").u32(GgufType.STRING.id()).u64(1000);
        assertRefuses("is cut off: it needs at least 1,047 bytes and has 47");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, (1 << 24) + 1, Long.MAX_VALUE})
    void refusesAbsurdlyLongArrays(long count) throws IOException {
        start(0, 1)
                .text("key")
                .u32(GgufType.ARRAY.id())
                .u32(GgufType.STRING.id())
                .u64(count);
        assertRefuses("it claims " + Long.toUnsignedString(count) + " elements of its key 'key'");
    }

    @Test
    void refusesArraysNestedWithoutEnd() throws IOException {
        start(0, 1).text("key").u32(GgufType.ARRAY.id());
        for (int i = 0; i < 100; i++) {
            header.u32(GgufType.ARRAY.id()).u64(1);
        }
        assertRefuses("its key 'key' nests arrays more than 4 deep");
    }

    @Test
    void refusesMetadataThatWouldFillTheMemory() throws IOException {
        var megabyte = "x".repeat(1 << 20);
        start(0, 9);
        for (int i = 0; i < 9; i++) {
            header.text("key" + i).typed(new GgufValue.Text(megabyte));
        }
        assertRefuses("its metadata holds more than");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 33, 1 << 21})
    void refusesAnAlignmentThatIsNone(long alignment) throws IOException {
        start(0, 1).text("general.alignment").typed(new GgufValue.Whole(alignment, GgufType.UINT32));
        assertRefuses("its alignment is " + alignment);
    }

    @Test
    void refusesATensorThatOccursTwice() throws IOException {
        start(2, 0);
        tensor("t", TensorType.F32.id(), 0, 8);
        tensor("t", TensorType.F32.id(), 32, 8);
        assertRefuses("its tensor 't' occurs twice");
    }

    @Test
    void refusesALongTensorName() throws IOException {
        start(1, 0);
        tensor("t".repeat(64), TensorType.F32.id(), 0, 8);
        assertRefuses("the name of a tensor claims 64 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 31, 36, 43, -1})
    void refusesTensorTypesThatAreNotThere(int type) throws IOException {
        start(1, 0);
        tensor("t", type, 0, 32);
        assertRefuses("its tensor 't' has the type " + Integer.toUnsignedLong(type));
    }

    @Test
    void refusesFiveDimensions() throws IOException {
        start(1, 0);
        tensor("t", TensorType.F32.id(), 0, 1, 1, 1, 1, 1);
        assertRefuses("its tensor 't' claims 5 dimensions");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void refusesEmptyDimensions(long dimension) throws IOException {
        start(1, 0);
        tensor("t", TensorType.F32.id(), 0, 8, dimension);
        assertRefuses("its tensor 't' has a dimension of " + dimension);
    }

    @Test
    void refusesRowsThatDoNotFillBlocks() throws IOException {
        start(1, 0);
        tensor("t", TensorType.Q4_K.id(), 0, 128);
        assertRefuses("its tensor 't' has rows of 128 values, which do not fill blocks of 256");
    }

    @Test
    void refusesShapesThatOverflow() throws IOException {
        start(1, 0);
        tensor("t", TensorType.F32.id(), 0, 1L << 32, 1L << 32, 1L << 32);
        assertRefuses("its tensor 't' claims the absurd shape");
    }

    @Test
    void refusesTensorsThatTogetherOverflow() throws IOException {
        start(3, 0);
        tensor("a", TensorType.I8.id(), 0, 1L << 60);
        tensor("b", TensorType.I8.id(), 1L << 60, 1L << 60);
        tensor("c", TensorType.I8.id(), 1L << 61, 1L << 62);
        assertRefuses("more bytes than any disk holds");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 32, -32, Long.MIN_VALUE})
    void refusesTensorsOutOfPlace(long offset) throws IOException {
        start(1, 0);
        tensor("t", TensorType.F32.id(), offset, 8);
        assertRefuses("its tensor 't' should lie at 0 and claims " + Long.toUnsignedString(offset));
    }

    @Test
    void saysHowManyBytesOfWeightsAreMissing() throws IOException {
        start(1, 0);
        tensor("t", TensorType.F32.id(), 0, 1000);
        assertRefuses("is cut off: it needs at least 4,064 bytes and has 57");
    }

    @Test
    void showsNamesFromTheFileWithoutTheirControlCharacters() throws IOException {
        start(0, 2).text("\u001b[2J\u202eevil\u009b").typed(new GgufValue.Flag(true));
        header.text("\u001b[2J\u202eevil\u009b").typed(new GgufValue.Flag(true));
        assertRefuses("its key '\\u001b[2J\\u202eevil\\u009b' occurs twice");
    }

    @Test
    void cutsLongNamesInMessages() throws IOException {
        start(0, 1).text("k".repeat(10_000)).u32(99);
        assertRefuses("its key '" + "k".repeat(60) + "…' has the unknown type 99");
    }

    private GgufOutput start(long tensors, long entries) throws IOException {
        return header.u32(MAGIC).u32(3).u64(tensors).u64(entries);
    }

    private void tensor(String name, int type, long offset, long... dimensions) throws IOException {
        header.text(name).u32(dimensions.length);
        for (var dimension : dimensions) {
            header.u64(dimension);
        }
        header.u32(type).u64(offset);
    }

    private void assertRefuses(String part) throws IOException {
        var file = Files.write(folder.resolve("bad.gguf"), bytes.toByteArray());
        var refused = assertThrows(GgufException.class, () -> GgufFile.read(file));
        assertTrue(refused.getMessage().startsWith("bad.gguf "), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
        assertEquals(List.of(refused.getMessage()), refused.getMessage().lines().toList());
    }
}
