package dev.ponder.ui.models;

import dev.ponder.models.catalog.ModelMode;
import dev.ponder.ui.models.CatalogService.Offer;
import dev.ponder.ui.models.CatalogService.OfferedFile;
import java.util.Locale;

/**
 * Which models are shown.
 *
 * @param words in lower case, each of which has to occur
 * @param kind what they do about thinking, or what they are for
 * @param size how many weights
 * @param fitting whether at least one file has to fit
 */
record ModelFilter(String words, Kind kind, Size size, boolean fitting) {

    private static final long FIVE = 5_000_000_000L;
    private static final long TWENTY = 20_000_000_000L;

    /** Kinds of models. */
    enum Kind {
        ALL,
        HYBRID,
        INSTRUCT,
        THINKING,
        CODER
    }

    /** Sizes of models. */
    enum Size {
        ALL,
        SMALL,
        MEDIUM,
        LARGE
    }

    boolean passes(Offer offer) {
        return hasWords(offer)
                && isKind(offer)
                && isSize(offer.model().size().parameters())
                && (!fitting || offer.files().stream().anyMatch(OfferedFile::fits));
    }

    private boolean hasWords(Offer offer) {
        var model = offer.model();
        var text = (model.name() + " " + model.mode() + " " + model.goodFor()).toLowerCase(Locale.ROOT);
        for (var word : words.split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKind(Offer offer) {
        var mode = offer.model().mode();
        boolean coder = isCoder(offer);
        return switch (kind) {
            case ALL -> true;
            case HYBRID -> mode == ModelMode.HYBRID;
            case INSTRUCT -> mode == ModelMode.INSTRUCT && !coder;
            case THINKING -> mode == ModelMode.THINKING;
            case CODER -> coder;
        };
    }

    static boolean isCoder(Offer offer) {
        return offer.model().id().contains("coder");
    }

    private boolean isSize(long parameters) {
        return switch (size) {
            case ALL -> true;
            case SMALL -> parameters < FIVE;
            case MEDIUM -> parameters >= FIVE && parameters < TWENTY;
            case LARGE -> parameters >= TWENTY;
        };
    }
}
