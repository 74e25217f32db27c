package dev.ponder.models.catalog;

/**
 * A model in one of its quantisations.
 *
 * @param model which
 * @param file one of its files
 */
public record CatalogChoice(CatalogModel model, CatalogFile file) {

    /** As the command line writes it, for example {@code qwen3-4b:Q4_K_M}. */
    public String id() {
        return model.id() + ":" + file.quantisation();
    }
}
