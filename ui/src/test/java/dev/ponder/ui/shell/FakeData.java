package dev.ponder.ui.shell;

import dev.ponder.store.Backup;
import dev.ponder.ui.settings.DataService;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Two backups and a list of calls. */
final class FakeData implements DataService {

    private final List<String> calls = new ArrayList<>();
    private Path folder = Path.of("/home/ada/.local/share/ponder");

    void setFolder(Path elsewhere) {
        folder = elsewhere;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void openFolder() {
        calls.add("open");
    }

    @Override
    public List<Backup> backups() {
        return List.of(
                new Backup(Path.of("b2"), LocalDate.of(2026, 3, 14), Backup.Kind.DAILY, 4_200_000),
                new Backup(Path.of("b1"), LocalDate.of(2026, 3, 13), Backup.Kind.BEFORE_MIGRATION, 4_100_000));
    }

    @Override
    public void restore(Backup backup) {
        calls.add("restore " + backup.file());
    }

    @Override
    public void deleteEverything() {
        calls.add("delete");
    }

    @Override
    public Path writeProblemReport() {
        return Path.of("/home/ada/.local/share/ponder/report.txt");
    }

    @Override
    public void openLicences() {
        calls.add("licences");
    }

    @Override
    public About about() {
        return new About("0.1.0", List.of("OpenJDK 25, GPL 2 with Classpath Exception", "llama.cpp v0.4.0, MIT"));
    }
}
