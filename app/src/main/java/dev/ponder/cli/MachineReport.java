package dev.ponder.cli;

import dev.ponder.engine.EngineException;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import dev.ponder.hardware.Devices;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.SpeedBook;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.models.fit.SpeedEstimate;
import dev.ponder.models.fit.TokenCost;
import java.io.IOException;

/**
 * This computer as it is now.
 *
 * @param machine its memory
 * @param speeds what is known of its speed
 */
record MachineReport(Machine machine, SpeedBook speeds) {

    /** Asks an engine, which is started for it. */
    static MachineReport of(Workplace workplace, boolean inProcess) throws CliException {
        try (var engine = workplace.engines().start(inProcess)) {
            return new MachineReport(
                    Devices.machine(engine.info()), speedFile(workplace).book());
        } catch (EngineException broken) {
            throw CliException.of(broken);
        }
    }

    static SpeedBookFile speedFile(Workplace workplace) throws CliException {
        try {
            return SpeedBookFile.open(workplace.installation().paths().speeds());
        } catch (IOException unreadable) {
            throw CliException.failed(
                    "unreadable-folder",
                    "What is known of this computer's speed cannot be read: " + unreadable.getMessage() + ".",
                    unreadable);
        }
    }

    /** How a model fits. */
    Fit fit(ModelNames.Named model, int context, TensorType cache) throws CliException {
        try {
            return FitCheck.of(model.figures(), machine, context, cache);
        } catch (GgufException refused) {
            throw CliException.badInput("bad-option", String.valueOf(refused.getMessage()), refused);
        }
    }

    /** How fast it would be. */
    SpeedEstimate speed(ModelNames.Named model, Fit fit) throws CliException {
        try {
            var cost = TokenCost.of(model.figures(), fit.plan(), machine.gpus());
            return speeds.estimate(machine, model.fileName(), cost);
        } catch (GgufException refused) {
            throw CliException.badInput("bad-option", String.valueOf(refused.getMessage()), refused);
        }
    }
}
