package dev.ponder.gguf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes GGUF files, whole or split. Metadata is collected in memory, weights are streamed. */
public final class GgufWriter {
    private static final int BUFFER = 1 << 20;

    private final Map<String, GgufValue> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private int version = 3;
    private int alignment = 32;

    private record Tensor(String name, TensorType type, List<Long> dimensions, TensorData data) {
        long bytes() {
            return type.bytes(dimensions.stream().reduce(1L, Math::multiplyExact));
        }
    }

    public GgufWriter version(int number) {
        version = number;
        return this;
    }

    /** Sets the alignment and says so in the metadata. */
    public GgufWriter alignment(int bytes) {
        alignment = bytes;
        return u32("general.alignment", bytes);
    }

    public GgufWriter put(String key, GgufValue value) {
        metadata.put(key, value);
        return this;
    }

    public GgufWriter text(String key, String text) {
        return put(key, new GgufValue.Text(text));
    }

    public GgufWriter u32(String key, long number) {
        return put(key, new GgufValue.Whole(number, GgufType.UINT32));
    }

    public GgufWriter f32(String key, double number) {
        return put(key, new GgufValue.Real(number, GgufType.FLOAT32));
    }

    public GgufWriter flag(String key, boolean flag) {
        return put(key, new GgufValue.Flag(flag));
    }

    public GgufWriter texts(String key, List<String> texts) {
        var items =
                texts.stream().map(text -> (GgufValue) new GgufValue.Text(text)).toList();
        return put(key, new GgufValue.Array(GgufType.STRING, items.size(), 0, items));
    }

    public GgufWriter i32s(String key, IntStream numbers) {
        var items = numbers.mapToObj(number -> (GgufValue) new GgufValue.Whole(number, GgufType.INT32))
                .toList();
        return put(key, new GgufValue.Array(GgufType.INT32, items.size(), 0, items));
    }

    /** Adds a tensor; the row length comes first. */
    public GgufWriter tensor(String name, TensorType type, TensorData data, long... dimensions) {
        tensors.add(new Tensor(name, type, Arrays.stream(dimensions).boxed().toList(), data));
        return this;
    }

    /** Writes one file. */
    public void write(Path file) throws IOException {
        write(file, metadata, tensors);
    }

    /** Writes the header and makes the rest a hole of the right length, which takes no room on disk. */
    public void writeSparse(Path file) throws IOException {
        long start;
        try (var out = open(file)) {
            header(out, metadata, tensors);
            start = out.position();
        }
        var data = tensors.stream().mapToLong(tensor -> padded(tensor.bytes())).sum();
        try (var hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(start + data);
        }
    }

    /**
     * Writes a split model as {@code PREFIX-00001-of-0000N.gguf} and so on; the first part carries the metadata.
     *
     * @return the parts
     */
    public List<Path> writeSplit(Path folder, String prefix, int count) throws IOException {
        var parts = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            var values = new LinkedHashMap<String, GgufValue>(i == 0 ? metadata : Map.of());
            values.put("split.no", new GgufValue.Whole(i, GgufType.UINT16));
            values.put("split.count", new GgufValue.Whole(count, GgufType.UINT16));
            values.put("split.tensors.count", new GgufValue.Whole(tensors.size(), GgufType.INT32));
            var part = folder.resolve(new SplitName(prefix, i + 1, count).fileName());
            write(part, values, tensors.subList(tensors.size() * i / count, tensors.size() * (i + 1) / count));
            parts.add(part);
        }
        return parts;
    }

    private void write(Path file, Map<String, GgufValue> values, List<Tensor> some) throws IOException {
        try (var out = open(file)) {
            header(out, values, some);
            for (var tensor : some) {
                var expected = out.position() + tensor.bytes();
                tensor.data().write(out, tensor.bytes());
                if (out.position() != expected) {
                    throw new IllegalStateException(tensor.name() + " has other data than its shape says");
                }
                out.pad(alignment);
            }
        }
    }

    private void header(GgufOutput out, Map<String, GgufValue> values, List<Tensor> some) throws IOException {
        out.whole(0x4655_4747, Integer.BYTES).u32(version).u64(some.size()).u64(values.size());
        for (var entry : values.entrySet()) {
            out.text(entry.getKey()).typed(entry.getValue());
        }
        long offset = 0;
        for (var tensor : some) {
            out.text(tensor.name()).u32(tensor.dimensions().size());
            for (var dimension : tensor.dimensions()) {
                out.u64(dimension);
            }
            out.u32(tensor.type().id()).u64(offset);
            offset += padded(tensor.bytes());
        }
        out.pad(alignment);
    }

    private long padded(long bytes) {
        return (bytes + alignment - 1) / alignment * alignment;
    }

    private static GgufOutput open(Path file) throws IOException {
        return new GgufOutput(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }
}
