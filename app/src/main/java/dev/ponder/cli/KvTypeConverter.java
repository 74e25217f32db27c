package dev.ponder.cli;

import dev.ponder.engine.KvType;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an element type of the KV cache by its name. */
final class KvTypeConverter implements ITypeConverter<KvType> {

    @Override
    public KvType convert(String typed) {
        return Arrays.stream(KvType.values())
                .filter(type -> type.label().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is not a KV cache type (f16, q8_0)"));
    }
}
