package dev.ponder.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a model file for measurements: {@code GenerateModel KIND FILE}. */
public final class GenerateModel {
    private static final String USAGE = """
            usage: GenerateModel KIND FILE [TOKENIZER_JSON]
              0.6b        Qwen3-0.6B's shape, random Q8_0 weights, some 640 MB
              tiny        a tiny dense model
              moe         a tiny mixture of 128 experts
              moe-split   the same in three files; FILE is what their names begin with
              vocabulary  the vocabulary of TOKENIZER_JSON with the least weights that load
              weightless  the vocabulary of TOKENIZER_JSON without weights""";

    private GenerateModel() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var file = Path.of(arguments[1]);
        switch (arguments[0].toLowerCase(Locale.ROOT)) {
            case "0.6b" -> ModelGenerator.qwen3Shape06b(file);
            case "tiny" -> ModelGenerator.tiny(file);
            case "moe" -> ModelGenerator.tinyMoe(file);
            case "moe-split" ->
                ModelGenerator.tinyMoeSplit(
                        file.toAbsolutePath().getParent(), file.getFileName().toString(), 3);
            case "vocabulary" -> RealVocabulary.writeTiny(Path.of(arguments[2]), file);
            case "weightless" -> RealVocabulary.writeWeightless(Path.of(arguments[2]), file);
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }
}
