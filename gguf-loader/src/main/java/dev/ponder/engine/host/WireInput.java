package dev.ponder.engine.host;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one message and believes nothing: every length and constant is checked before it is used. */
final class WireInput {

    /** Reads one element or message. */
    @FunctionalInterface
    interface Reader<T> {
        T read(WireInput in) throws WireException;
    }

    private final ByteBuffer bytes;

    private WireInput(byte[] payload) {
        bytes = ByteBuffer.wrap(payload);
    }

    /**
     * Reads a whole message.
     *
     * @throws WireException when it is not exactly one valid message
     */
    static <T> T decode(byte[] payload, Reader<T> reader) throws WireException {
        var in = new WireInput(payload);
        try {
            var message = reader.read(in);
            if (in.bytes.hasRemaining()) {
                throw new WireException(in.bytes.remaining() + " bytes stand behind a message");
            }
            return message;
        } catch (IllegalArgumentException e) {
            // records refuse values outside their range, and a path may not exist on this system
            throw new WireException("a field holds a value that is not allowed", e);
        }
    }

    int tag() throws WireException {
        return Byte.toUnsignedInt((byte) checked(ByteBuffer::get));
    }

    boolean flag() throws WireException {
        return switch (tag()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new WireException("a flag is neither 0 nor 1");
        };
    }

    int number() throws WireException {
        return (int) checked(ByteBuffer::getInt);
    }

    /** A count or size that cannot be negative. */
    int size() throws WireException {
        int value = number();
        if (value < 0) {
            throw new WireException("a size is negative");
        }
        return value;
    }

    long longNumber() throws WireException {
        return checked(ByteBuffer::getLong);
    }

    double fraction() throws WireException {
        double value = Double.longBitsToDouble(longNumber());
        if (!Double.isFinite(value)) {
            throw new WireException("a fraction is not a number");
        }
        return value;
    }

    <E extends Enum<E>> E constant(Class<E> type) throws WireException {
        var name = text();
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireException("no " + type.getSimpleName() + " has the name sent"));
    }

    String text() throws WireException {
        int length = size();
        if (length > bytes.remaining()) {
            throw new WireException("a text is longer than its message");
        }
        var slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
        } catch (CharacterCodingException e) {
            throw new WireException("a text is not UTF-8", e);
        }
    }

    @Nullable String optionalText() throws WireException {
        return flag() ? text() : null;
    }

    /**
     * A list.
     *
     * @param leastBytes bytes that each element takes at the least, to bound the count before anything is allocated
     */
    <T> List<T> list(int leastBytes, Reader<T> element) throws WireException {
        int count = size();
        if (count > bytes.remaining() / leastBytes) {
            throw new WireException("a list is longer than its message");
        }
        var values = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            values.add(element.read(this));
        }
        return values;
    }

    private long checked(ToLongFunction<ByteBuffer> read) throws WireException {
        try {
            return read.applyAsLong(bytes);
        } catch (BufferUnderflowException e) {
            throw new WireException("a message ends too early", e);
        }
    }
}
