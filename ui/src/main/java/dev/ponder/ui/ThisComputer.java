package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.engine.EngineException;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.TensorType;
import dev.ponder.hardware.Devices;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.models.fit.SpeedEstimate;
import dev.ponder.models.fit.TokenCost;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The memory and speed of this computer, and how models fit it. All methods block. */
final class ThisComputer {

    private static final Logger LOG = System.getLogger(ThisComputer.class.getName());

    private static final int USUAL_CONTEXT = 32_768;

    private final Ponder ponder;
    private volatile Machine machine = Machine.withoutGpu(0, 0);

    ThisComputer(Ponder ponder) {
        this.ponder = ponder;
    }

    /**
     * How a model fits.
     *
     * @param fit with the usual context
     * @param speed what to expect of it
     */
    record FitAndSpeed(Fit fit, SpeedEstimate speed) {}

    /**
     * The memory that is free now, with a loaded model counted once: its place is free for another.
     *
     * @throws IOException if the engine cannot tell
     */
    Machine machine() throws IOException {
        try {
            machine = withoutLoaded(Devices.machine(ponder.engine().info()));
            return machine;
        } catch (EngineException e) {
            throw new IOException("the engine cannot tell what this computer has", e);
        }
    }

    private Machine withoutLoaded(Machine now) {
        var loaded = ponder.models().ready();
        if (loaded.isEmpty()) {
            return now;
        }
        try {
            var info = loaded.get().info();
            var figures = ModelFigures.of(GgufModel.open(info.file()));
            var plan = FitCheck.of(figures, now, info.contextSize(), TensorType.F16)
                    .plan();
            var need = FitCheck.need(figures, now, plan);
            return now.without(need, need.main().weights());
        } catch (GgufException e) {
            LOG.log(Level.DEBUG, "the loaded model's file cannot be read now", e);
            return now;
        }
    }

    /** How a model of the catalog fits, as of the last look at the machine; empty where its shape is unknown. */
    Optional<FitAndSpeed> fit(CatalogChoice choice) {
        return ModelFigures.of(choice.model(), choice.file())
                .flatMap(figures -> fit(
                        figures,
                        choice.file().parts().getFirst().fileName(),
                        choice.model().context()));
    }

    /** How a file that is here fits, as of the last look at the machine. */
    Optional<FitAndSpeed> fit(GgufModel model, String fileName) {
        try {
            return fit(ModelFigures.of(model), fileName, USUAL_CONTEXT);
        } catch (GgufException e) {
            LOG.log(Level.DEBUG, "a model has no figures", e);
            return Optional.empty();
        }
    }

    private Optional<FitAndSpeed> fit(ModelFigures figures, String fileName, int most) {
        var now = machine;
        try {
            var fit = FitCheck.of(figures, now, Math.min(most, USUAL_CONTEXT), TensorType.F16);
            var cost = TokenCost.of(figures, fit.plan(), now.gpus());
            var speed = ponder.modelServices().speeds().book().estimate(now, fileName, cost);
            return Optional.of(new FitAndSpeed(fit, speed));
        } catch (GgufException e) {
            LOG.log(Level.DEBUG, "a fit cannot be computed", e);
            return Optional.empty();
        }
    }
}
