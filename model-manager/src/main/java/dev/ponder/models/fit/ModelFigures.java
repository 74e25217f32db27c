package dev.ponder.models.fit;

import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.WeightBytes;
import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.CatalogModel;
import java.util.Optional;

/**
 * What of a model decides about memory and speed.
 *
 * @param architecture what it is made of
 * @param weights bytes of its weights by where they can lie
 * @param vocabulary number of token ids
 * @param isExact whether the figures were read from the file; else they were computed from what the catalog knows, and the
 *     weights are a few megabytes too large
 */
public record ModelFigures(Architecture architecture, WeightBytes weights, int vocabulary, boolean isExact) {

    /**
     * Exact figures of a file that is here.
     *
     * @throws GgufException if the file makes no sense
     */
    public static ModelFigures of(GgufModel model) throws GgufException {
        return new ModelFigures(
                model.architecture(), WeightBytes.of(model), model.vocabulary().size(), true);
    }

    /** Figures of a file of the catalog; empty where nothing is known of the model's shape. */
    public static Optional<ModelFigures> of(CatalogModel model, CatalogFile file) {
        return model.shape().map(shape -> {
            var weights =
                    WeightBytes.estimate(shape.architecture(), shape.vocabulary(), file.quantisation(), file.bytes());
            return new ModelFigures(shape.architecture(), weights, shape.vocabulary(), false);
        });
    }

    /** Layers and the output. */
    public int placeableLayers() {
        return architecture.layers() + 1;
    }
}
