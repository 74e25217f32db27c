package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The journal of a download: records are only ever added. Written by the process that holds the lock; read by anybody at any
 * time. May be used by several threads.
 *
 * <p>Not a channel, which an interrupt of one thread would close for all.
 */
public final class Journal implements AutoCloseable {

    static final int FORMAT = 1;

    private final Path file;
    private final FileOutputStream out;

    private Journal(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Opens the journal to go on with it; makes it if it is not there. */
    public static Journal open(Path file) throws DiskException {
        try {
            var journal = new Journal(file, new FileOutputStream(file.toFile(), true));
            // what a crash left of a last line must not spoil the next
            journal.write("\n");
            return journal;
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }

    /** What a journal says; an empty state where there is none. */
    public static JournalState read(Path file) throws DiskException {
        var state = new JournalState();
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().map(JournalLine::parse).forEach(record -> record.ifPresent(state::apply));
            return state;
        } catch (NoSuchFileException _) {
            return state;
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }

    /** Adds a record in one write. It survives the end of this process, not yet that of the machine. */
    public void add(JournalRecord record) throws DiskException {
        try {
            write(JournalLine.of(record));
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }

    private synchronized void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until all records are on the disk. */
    public void force() throws DiskException {
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }

    @Override
    public void close() throws DiskException {
        try {
            out.close();
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }
}
