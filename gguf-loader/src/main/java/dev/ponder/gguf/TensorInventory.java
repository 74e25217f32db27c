package dev.ponder.gguf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the tensor inventory and checks that the data it speaks of is there. As in llama.cpp, tensors lie one behind the
 * other in the order of the inventory, each padded to the alignment.
 */
final class TensorInventory {
    private final HeaderReader in;
    private final Refusal refusal;
    private final long alignment;
    private final Set<String> names = new HashSet<>();

    TensorInventory(HeaderReader in, long alignment) {
        this.in = in;
        this.refusal = in.refusal();
        this.alignment = alignment;
    }

    List<TensorInfo> read(long count) throws GgufException {
        var entries = new ArrayList<TensorInfo>();
        for (long i = 0; i < count; i++) {
            entries.add(entry());
        }
        return placed(entries);
    }

    /** An entry whose offset still counts from the start of the data section. */
    private TensorInfo entry() throws GgufException {
        var name = in.text(Limits.TENSOR_NAME_BYTES, "the name of a tensor");
        if (!names.add(name)) {
            throw refusal.because(shown(name) + " occurs twice");
        }
        var dimensions = dimensions(name);
        var id = in.unsigned(Integer.BYTES);
        var type = TensorType.of(id)
                .orElseThrow(
                        () -> refusal.because(shown(name) + " has the type " + id + ", which llama.cpp does not know"));
        return new TensorInfo(name, dimensions, type, in.unsigned(Long.BYTES), bytes(name, dimensions, type));
    }

    private List<Long> dimensions(String name) throws GgufException {
        var count = in.unsigned(Integer.BYTES);
        if (count > Limits.DIMENSIONS) {
            throw refusal.because(
                    shown(name) + " claims " + count + " dimensions, and at most " + Limits.DIMENSIONS + " make sense");
        }
        var dimensions = new ArrayList<Long>();
        for (long i = 0; i < count; i++) {
            var dimension = in.unsigned(Long.BYTES);
            if (dimension <= 0) {
                throw refusal.because(shown(name) + " has a dimension of " + dimension);
            }
            dimensions.add(dimension);
        }
        return dimensions;
    }

    private long bytes(String name, List<Long> dimensions, TensorType type) throws GgufException {
        var row = dimensions.isEmpty() ? 1 : dimensions.getFirst();
        if (row % type.blockSize() != 0) {
            throw refusal.because(
                    shown(name) + " has rows of " + row + " values, which do not fill blocks of " + type.blockSize());
        }
        try {
            var elements = dimensions.stream().reduce(1L, Math::multiplyExact);
            return type.bytes(elements);
        } catch (ArithmeticException e) {
            var refused = refusal.because(shown(name) + " claims the absurd shape " + dimensions);
            refused.initCause(e);
            throw refused;
        }
    }

    private List<TensorInfo> placed(List<TensorInfo> entries) throws GgufException {
        var start = padded(in.position());
        var tensors = new ArrayList<TensorInfo>(entries.size());
        long next = 0;
        long needed = in.position();
        for (var entry : entries) {
            if (entry.offset() != next) {
                throw refusal.because(shown(entry.name()) + " should lie at " + next + " and claims "
                        + Long.toUnsignedString(entry.offset()));
            }
            // neither sum overflows: both summands are below 2^62, or the tensor is larger than any disk
            if (entry.bytes() > Long.MAX_VALUE / 4 || next > Long.MAX_VALUE / 4) {
                throw refusal.because("its tensors claim more bytes than any disk holds");
            }
            needed = start + next + entry.bytes();
            tensors.add(new TensorInfo(entry.name(), entry.dimensions(), entry.type(), start + next, entry.bytes()));
            next = padded(next + entry.bytes());
        }
        if (needed > in.length()) {
            throw refusal.cutOff(needed, in.length());
        }
        return tensors;
    }

    private static String shown(String name) {
        return "its tensor '" + VisibleText.brief(name) + "'";
    }

    private long padded(long position) {
        return (position + alignment - 1) & -alignment;
    }
}
