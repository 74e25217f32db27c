package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.store.Backup;
import dev.ponder.store.StoreException;
import dev.ponder.ui.settings.DataService;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The user's data as a whole. */
final class UserData implements DataService {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    /** Ends the program. */
    @FunctionalInterface
    interface Ending {

        /**
         * Ends it soon.
         *
         * @param whenClosed done once every file is closed
         * @param atLast done after that, when another Ponder can be started
         */
        void end(Runnable whenClosed, Runnable atLast);
    }

    private final Ponder ponder;
    private final Consumer<String> browser;
    private final Ending ending;

    /**
     * The data of an application.
     *
     * @param browser opens an address with the system's program for it
     * @param ending ends the program
     */
    UserData(Ponder ponder, Consumer<String> browser, Ending ending) {
        this.ponder = ponder;
        this.browser = browser;
        this.ending = ending;
    }

    @Override
    public Path folder() {
        return ponder.paths().data();
    }

    @Override
    public void openFolder() {
        browser.accept(folder().toUri().toString());
    }

    @Override
    public List<Backup> backups() throws StoreException {
        return ponder.store().backups();
    }

    @Override
    public void restore(Backup backup) {
        ending.end(() -> DataReplacement.restore(ponder.paths(), backup), Relaunch::start);
    }

    @Override
    public void deleteEverything() {
        var models = ponder.paths().models();
        ending.end(() -> DataReplacement.deleteAllBut(models, folder()), () -> {});
    }

    @Override
    public Path writeProblemReport() throws IOException {
        var time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        var file = folder().resolve("problem-report-" + time + ".txt");
        var lines = new ArrayList<String>();
        lines.add("Ponder " + Versions.ponder());
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        lines.add("JavaFX " + System.getProperty("javafx.version"));
        lines.add("Model " + ponder.models().state().getClass().getSimpleName());
        lines.add("");
        lines.addAll(lastLines(ponder.paths().logs()));
        return Files.write(file, lines);
    }

    /** The logs hold no chat text, so they can go into a report as they are. */
    private static List<String> lastLines(Path logs) throws IOException {
        var lines = new ArrayList<String>();
        if (Files.isDirectory(logs)) {
            Files.walkFileTree(logs, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    lines.add("== " + file.getFileName());
                    lines.addAll(Files.readAllLines(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return lines;
    }

    @Override
    public void openLicences() {
        var home = System.getProperty("ponder.home", "");
        var licences = Path.of(home, "licenses");
        browser.accept(
                (Files.isDirectory(licences) ? licences : folder()).toUri().toString());
    }

    @Override
    public About about() {
        return new About(Versions.ponder(), Versions.parts());
    }
}
