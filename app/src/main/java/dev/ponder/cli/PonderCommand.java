package dev.ponder.cli;

import dev.ponder.app.PonderPaths;
import dev.ponder.models.LibraryBook;
import dev.ponder.models.ModelLibrary;
import dev.ponder.resources.DemoModel;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code ponder} command. */
@Command(
        name = "ponder",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = PonderVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Talks to Qwen3 on your own computer, offline.",
        footer = {
            "",
            "Without a command, ponder starts a chat.",
            "Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted."
        })
public final class PonderCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from, and what the engine logged.")
    boolean verbose;

    private PonderCommand() {}

    /** Ponder's version. */
    public static String version() {
        return PonderVersion.text();
    }

    /**
     * Runs one command line on the streams of this process.
     *
     * @param arguments as typed
     * @return the exit code: 0 done, 1 failed, 2 bad input, 130 interrupted
     */
    public static int run(String... arguments) {
        System.setProperty(ErrorLog.PROPERTY, List.of(arguments).contains("--verbose") ? "on" : "off");
        var streams = Streams.ofProcess();
        var paths = PonderPaths.ofThisUser();
        LibraryBook book;
        try {
            book = LibraryBook.open(paths.library());
        } catch (IOException e) {
            streams.err().print(SafeText.line(String.valueOf(e.getMessage())) + "\n");
            streams.err().flush();
            return ExitCode.FAILED;
        }
        var library = new ModelLibrary(paths.models(), DemoModel.file().orElse(null), book);
        var installation =
                new Installation(PonderVersion.text(), paths, library, Installation.Surroundings.ofThisProcess());
        var workplace = new Workplace(
                streams,
                new InstalledEngines(paths, streams),
                new LibraryModels(library),
                installation,
                Interrupts.ofProcess());
        return run(workplace, TypedArguments.repaired(arguments));
    }

    /**
     * Runs one command line.
     *
     * @param workplace what it works with
     * @param arguments as typed
     */
    static int run(Workplace workplace, String... arguments) {
        var root = new PonderCommand();
        var out = writer(workplace.streams().out());
        var err = writer(workplace.streams().err());
        var failures = new Failures(workplace, () -> root.verbose);
        var commandLine = new CommandLine(root)
                .addSubcommand(new ChatCommand(workplace))
                .addSubcommand(new PromptCommand(workplace))
                .addSubcommand(new GgufCommand(workplace))
                .addSubcommand(ModelsCommand.of(workplace))
                .addSubcommand(new BenchCommand(workplace))
                .addSubcommand(new DoctorCommand(workplace))
                .setOut(out)
                .setErr(err)
                // "@" at the start of a prompt is no file to be read
                .setExpandAtFiles(false)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(workplace.streams().outIsTerminal() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(arguments.length == 0 ? new String[] {"chat"} : arguments);
        } catch (OutOfMemoryError | StackOverflowError error) {
            return failures.onError(error);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public Integer call() {
        return spec.commandLine().execute("chat");
    }

    /** Whether {@code --verbose} was typed on a command line. */
    static boolean isVerbose(CommandSpec command) {
        return command.root().userObject() instanceof PonderCommand ponder && ponder.verbose;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
