package dev.ponder.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ponder models}. */
@Command(
        name = "models",
        description = "Finds, fits, fetches and keeps models.",
        footer = {
            "",
            "Nothing is fetched unless you ask for it by `pull`, or for a repository's files by `search hf:OWNER/NAME`.",
            "PONDER_HF_ENDPOINT and PONDER_MODELSCOPE_ENDPOINT name other hosts for the two hubs."
        })
final class ModelsCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    private ModelsCommand() {}

    /** The command with its own commands. */
    static CommandLine of(Workplace workplace) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsRecommendCommand(workplace))
                .addSubcommand(new ModelsListCommand(workplace))
                .addSubcommand(new ModelsSearchCommand(workplace))
                .addSubcommand(new ModelsFitCommand(workplace))
                .addSubcommand(new ModelsPullCommand(workplace))
                .addSubcommand(new ModelsImportCommand(workplace))
                .addSubcommand(new ModelsVerifyCommand(workplace))
                .addSubcommand(new ModelsRemoveCommand(workplace));
    }

    @Override
    public Integer call() {
        return spec.commandLine().execute("list");
    }
}
