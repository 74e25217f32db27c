package dev.ponder.engine.host;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one message, big-endian. {@link WireInput} reads them back. */
final class WireOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    private final DataOutputStream data = new DataOutputStream(bytes);

    private interface Write {
        void run() throws IOException;
    }

    WireOutput tag(int tag) {
        return run(() -> data.writeByte(tag));
    }

    WireOutput flag(boolean value) {
        return run(() -> data.writeByte(value ? 1 : 0));
    }

    WireOutput number(int value) {
        return run(() -> data.writeInt(value));
    }

    WireOutput number(long value) {
        return run(() -> data.writeLong(value));
    }

    WireOutput fraction(double value) {
        return run(() -> data.writeDouble(value));
    }

    WireOutput constant(Enum<?> value) {
        return text(value.name());
    }

    /** A text as UTF-8 behind its length in bytes; a surrogate without its partner becomes a question mark. */
    WireOutput text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return run(() -> {
            data.writeInt(utf8.length);
            data.write(utf8);
        });
    }

    WireOutput optionalText(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    <T> WireOutput list(List<T> values, BiConsumer<WireOutput, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private WireOutput run(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
    }
}
