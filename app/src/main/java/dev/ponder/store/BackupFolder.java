package dev.ponder.store;

import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups of a store, one file each, named by day.
 *
 * @param folder where they lie; may be missing
 */
record BackupFolder(Path folder) {

    /** How many daily backups are kept. */
    static final int DAILY_KEPT = 7;
    /** How many of those before a migration are kept. */
    static final int MIGRATION_KEPT = 3;

    private static final Pattern NAME = Pattern.compile("ponder-(\\d{4}-\\d{2}-\\d{2})(-before-format-\\d+)?\\.db");
    private static final Comparator<Backup> NEWEST_FIRST = Comparator.comparing(Backup::day)
            .thenComparing(backup ->
                    Objects.requireNonNull(backup.file().getFileName()).toString())
            .reversed();

    /** All backups, newest first. */
    List<Backup> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(BackupFolder::read)
                    .flatMap(Optional::stream)
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    Optional<Backup> newestIntact() throws IOException {
        for (var backup : list()) {
            if (StoreCheck.isIntact(backup.file())) {
                return Optional.of(backup);
            }
        }
        return Optional.empty();
    }

    /** Makes the backup of a day unless there is one, then removes the oldest beyond what is kept. */
    Optional<Backup> makeDaily(Path database, LocalDate day) throws SQLException, IOException {
        var file = folder.resolve("ponder-" + day + ".db");
        if (Files.exists(file)) {
            return Optional.empty();
        }
        make(database, file);
        rotate(Backup.Kind.DAILY, DAILY_KEPT);
        return read(file);
    }

    /** Makes a backup before the schema changes. */
    void makeBeforeMigration(Path database, LocalDate day, int target) throws SQLException, IOException {
        var file = folder.resolve("ponder-" + day + "-before-format-" + target + ".db");
        if (Files.notExists(file)) {
            make(database, file);
            rotate(Backup.Kind.BEFORE_MIGRATION, MIGRATION_KEPT);
        }
    }

    private void make(Path database, Path file) throws SQLException, IOException {
        PrivateFiles.createFolder(folder);
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        // VACUUM INTO takes an empty file, and so the copy is never readable to others
        PrivateFiles.createFile(unfinished);
        try (var connection = Connections.copying(database);
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, unfinished.toString());
            vacuum.execute();
            PrivateFiles.force(unfinished);
            PrivateFiles.moveOver(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes the oldest of a kind; the newest intact one stays whatever its age. */
    private void rotate(Backup.Kind kind, int kept) throws IOException {
        var old = list().stream()
                .filter(backup -> backup.kind() == kind)
                .skip(kept)
                .toList();
        if (old.isEmpty()) {
            return;
        }
        var best = newestIntact();
        for (var backup : old) {
            if (!best.equals(Optional.of(backup))) {
                Files.deleteIfExists(backup.file());
            }
        }
    }

    private static Optional<Backup> read(Path file) {
        var name = NAME.matcher(Objects.requireNonNull(file.getFileName()).toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            var kind = name.group(2) == null ? Backup.Kind.DAILY : Backup.Kind.BEFORE_MIGRATION;
            return Optional.of(new Backup(file, LocalDate.parse(name.group(1)), kind, Files.size(file)));
        } catch (DateTimeParseException | IOException _) {
            // not one of ours after all, or gone since the folder was read
            return Optional.empty();
        }
    }
}
