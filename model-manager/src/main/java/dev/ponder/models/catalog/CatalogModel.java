package dev.ponder.models.catalog;

import dev.ponder.gguf.Architecture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model that Ponder knows.
 *
 * @param id what it is called on the command line, lower case
 * @param name its makers' name
 * @param mode what it does about thinking
 * @param licence SPDX identifier
 * @param goodFor one plain sentence
 * @param size how large it is
 * @param context tokens it was made for, as its makers say
 * @param stretchedContext tokens with YaRN, where its makers advertise that
 * @param shape what it is made of; empty where that is not known
 * @param needs memory that it takes at least, where no file is listed to compute it from, in bytes
 * @param files the listed quantisations, the smallest first; may be empty
 */
public record CatalogModel(
        String id,
        String name,
        ModelMode mode,
        String licence,
        String goodFor,
        Size size,
        int context,
        Optional<Integer> stretchedContext,
        Optional<Shape> shape,
        OptionalLong needs,
        List<CatalogFile> files) {

    /**
     * Numbers of weights.
     *
     * @param parameters all of them; they all have to lie in memory
     * @param active those that one token passes through, which decide the speed
     */
    public record Size(long parameters, long active) {}

    /**
     * What a model is made of.
     *
     * @param architecture as a file of it would say
     * @param vocabulary number of token ids
     */
    public record Shape(Architecture architecture, int vocabulary) {}

    public CatalogModel {
        files = List.copyOf(files);
    }

    /** Whether it is a mixture of experts: all of it needs memory, and a part of it time. */
    public boolean isMixture() {
        return size.active() < size.parameters();
    }

    /** The file of a quantisation, by its label in whatever letter case. */
    public Optional<CatalogFile> file(String quantisation) {
        var wanted = quantisation.toUpperCase(Locale.ROOT);
        return files.stream().filter(file -> file.quantisation().equals(wanted)).findFirst();
    }
}
