package dev.ponder.models.catalog;

import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The models that Ponder knows. Immutable.
 *
 * @param models the smallest first within each kind
 * @param quantisations the ways to store weights that occur, the finest first
 */
public record Catalog(List<CatalogModel> models, List<QuantisationNote> quantisations) {

    /** The quantisation that is meant where nobody names one, if a model has it. */
    public static final String USUAL_QUANTISATION = "Q4_K_M";

    public Catalog {
        models = List.copyOf(models);
        quantisations = List.copyOf(quantisations);
    }

    /** The catalog of this Ponder. Reads a file of the program; a few milliseconds. */
    public static Catalog bundled() {
        try (var in = Catalog.class.getResourceAsStream("catalog.json")) {
            if (in == null) {
                throw new IllegalStateException("the catalog is missing from the program");
            }
            return CatalogJson.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog cannot be read", e);
        }
    }

    /** A model by its id or name, in whatever letter case. */
    public Optional<CatalogModel> model(String idOrName) {
        return models.stream()
                .filter(model ->
                        model.id().equalsIgnoreCase(idOrName) || model.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    /**
     * A model with a quantisation, written {@code ID[:QUANT]}. Without one {@value #USUAL_QUANTISATION} is meant, else the
     * smallest that is nearly lossless, else the smallest.
     *
     * @return empty where there is no such model, or not in this quantisation
     */
    public Optional<CatalogChoice> choice(String typed) {
        int colon = typed.indexOf(':');
        var id = colon < 0 ? typed : typed.substring(0, colon);
        return model(id)
                .flatMap(model -> (colon < 0 ? usual(model) : model.file(typed.substring(colon + 1)))
                        .map(file -> new CatalogChoice(model, file)));
    }

    private static Optional<CatalogFile> usual(CatalogModel model) {
        return model.file(USUAL_QUANTISATION).or(() -> model.files().stream().findFirst());
    }

    /** The models in whose id, name or description every one of some words occurs; all for none. */
    public List<CatalogModel> search(String words) {
        var wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return models.stream()
                .filter(model -> {
                    var text = (model.id() + " " + model.name() + " " + model.mode() + " " + model.goodFor())
                            .toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** The model that a file is a part of, by its hash. */
    public Optional<CatalogChoice> of(Sha256 hash) {
        return choices().stream()
                .filter(choice -> choice.file().parts().stream()
                        .anyMatch(part -> part.sha256().filter(hash::equals).isPresent()))
                .findFirst();
    }

    /** Every file that is listed. */
    public List<CatalogChoice> choices() {
        return models.stream()
                .flatMap(model -> model.files().stream().map(file -> new CatalogChoice(model, file)))
                .toList();
    }

    /** What is to be known of a quantisation. */
    public Optional<QuantisationNote> quantisation(String label) {
        return quantisations.stream()
                .filter(note -> note.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
