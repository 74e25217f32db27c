package dev.ponder.cli;

import dev.ponder.app.PonderPaths;
import dev.ponder.engine.Engine;
import dev.ponder.models.LibraryBook;
import dev.ponder.models.ModelLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs command lines against an engine, and keeps what they print. */
final class CommandRun {

    /** The demo model's file. */
    static final Path DEMO = Path.of(System.getProperty("ponder.demo.model"));

    final Interrupts interrupts = new Interrupts(() -> {});
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final EngineSource engines;
    private InputStream in = InputStream.nullInputStream();
    private boolean terminal;
    private Path data = Path.of("nowhere");
    private Map<String, String> environment = Map.of();

    CommandRun(EngineSource engines) {
        this.engines = engines;
    }

    /** A run against the engines of this installation. */
    static CommandRun installed(Path data) {
        var silent = new Streams(InputStream.nullInputStream(), System.out, System.err, false, false, false);
        return new CommandRun(new InstalledEngines(new PonderPaths(data), silent)).data(data);
    }

    /** A run against one engine, whether in a child or not. */
    static CommandRun of(Engine engine) {
        return new CommandRun(_ -> engine);
    }

    CommandRun typing(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CommandRun reading(InputStream stream) {
        in = stream;
        return this;
    }

    CommandRun onTerminal() {
        terminal = true;
        return this;
    }

    CommandRun data(Path folder) {
        data = folder;
        return this;
    }

    CommandRun environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    private static LibraryBook book(PonderPaths paths) {
        try {
            return LibraryBook.open(paths.library());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int run(String... arguments) {
        var streams = new Streams(in, stream(out), stream(err), terminal, terminal, terminal);
        var paths = new PonderPaths(data);
        var library = new ModelLibrary(paths.models(), DEMO, book(paths));
        var installation = new Installation(
                "1.2.3", paths, library, new Installation.Surroundings(environment, "Linux", data.resolve("home")));
        var workplace = new Workplace(streams, engines, new LibraryModels(library), installation, interrupts);
        return PonderCommand.run(workplace, arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    byte[] outBytes() {
        return out.toByteArray();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
