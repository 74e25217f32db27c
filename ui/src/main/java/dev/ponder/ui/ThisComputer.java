package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.TensorType;
import dev.ponder.hardware.SpeedProbe;
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
            machine = ponder.machine();
            return machine;
        } catch (EngineException e) {
            throw new IOException("the engine cannot tell what this computer has", e);
        }
    }

    /**
     * Measures how fast this computer generates, in an engine of its own, and remembers it.
     *
     * @throws EngineException when that engine fails
     * @throws IOException when the disk refuses a file
     */
    void measure() throws IOException, EngineException {
        var paths = ponder.paths();
        var command = EngineCommand.ofThisRuntime(paths.crashes());
        try (var engine = new EngineSupervisor(command, _ -> {}, FailureMemory.in(paths.data()))) {
            var found = new SpeedProbe(engine, paths.data()).run();
            ponder.modelServices().speeds().update(book -> book.withProbe(found));
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
