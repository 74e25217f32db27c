package dev.ponder.gguf;

import java.nio.file.Path;
import java.util.List;

/**
 * A model: one GGUF file, or all parts of a split one. Immutable; holds nothing open.
 *
 * @param parts the files in order, complete and checked against each other
 */
public record GgufModel(List<GgufFile> parts) {

    public GgufModel {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a model has at least one file");
        }
    }

    /**
     * Reads the headers of a model.
     *
     * @param file the file, or the first part of a split model; the other parts lie beside it
     * @throws GgufException if a part is missing or no usable GGUF file
     */
    public static GgufModel open(Path file) throws GgufException {
        return new GgufModel(SplitSet.of(file));
    }

    /** The file, or the first part, which carries the metadata. */
    public GgufFile first() {
        return parts.getFirst();
    }

    /** The metadata of the model. */
    public Metadata metadata() {
        return first().metadata();
    }

    /** The tensors of all parts. */
    public List<TensorInfo> tensors() {
        return parts.stream().flatMap(part -> part.tensors().stream()).toList();
    }

    /** Bytes of all files. */
    public long fileBytes() {
        return parts.stream().mapToLong(GgufFile::length).sum();
    }

    /** What the model is made of. */
    public Architecture architecture() throws GgufException {
        return ArchitectureReader.read(this);
    }

    /** Its tokenizer and chat template. */
    public Vocabulary vocabulary() throws GgufException {
        return Vocabulary.of(this);
    }

    /** How its weights are stored, and how many there are. */
    public Quantisation quantisation() throws GgufException {
        return Quantisation.of(this);
    }
}
