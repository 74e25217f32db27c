package dev.ponder.store;

import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open database. One thread owns the connection that writes and takes the writes in order; reads use a second
 * connection, one at a time, and do not wait for writes. What a write has returned from is on the disk.
 *
 * <p>All methods may be called from any thread and block, except where they return a future; none belongs on the thread
 * of the window.
 */
public final class Store implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Store.class.getName());

    /** Bytes of the smallest page, and so of the smallest database. */
    private static final int SMALLEST = 512;

    private final StoreFiles files;
    private final Connection writing;
    private final Connection reading;
    private final ReentrantLock readLock = new ReentrantLock();
    private final ScheduledThreadPoolExecutor writer;
    private final Thread writerThread;

    private Store(StoreFiles files, Connection writing, Connection reading) {
        this.files = files;
        this.writing = writing;
        this.reading = reading;
        var thread = new CompletableFuture<Thread>();
        writer = new ScheduledThreadPoolExecutor(1, work -> {
            var created = Thread.ofPlatform().name("ponder-store").daemon().unstarted(work);
            thread.complete(created);
            return created;
        });
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer.prestartCoreThread();
        writerThread = thread.join();
    }

    /**
     * Opens the store of a data folder; makes both where they are missing. Checks the whole file and brings an older
     * schema up to date, after a backup.
     *
     * @throws StoreException.Newer when a later Ponder wrote the file; nothing was touched
     * @throws StoreException.Damaged when the file is damaged; nothing was touched
     * @throws StoreException for everything else that the disk refuses
     */
    public static Store open(StoreFiles files) throws StoreException {
        return open(files, Migrations.ofThisProgram());
    }

    static Store open(StoreFiles files, Migrations migrations) throws StoreException {
        try {
            if (Files.exists(files.database())) {
                requireUsable(files, migrations);
            }
            PrivateFiles.createFolder(files.folder());
            PrivateFiles.createFile(files.database());
            return connect(files, migrations);
        } catch (SQLException e) {
            throw SqlFailure.of(files, e);
        } catch (IOException e) {
            throw SqlFailure.of(files, e);
        }
    }

    private static void requireUsable(StoreFiles files, Migrations migrations)
            throws SQLException, IOException, StoreException {
        long size = Files.size(files.database());
        if (size < SMALLEST) {
            // SQLite would take a file that was cut to almost nothing for a new one
            if (size > 0 || !new BackupFolder(files.backups()).list().isEmpty()) {
                throw SqlFailure.damaged(files, new IOException("the file has only " + size + " bytes"));
            }
            return;
        }
        StoreCheck.requireUsable(files, migrations.latest());
    }

    private static Store connect(StoreFiles files, Migrations migrations) throws SQLException, IOException {
        var writing = Connections.writing(files.database());
        try {
            prepare(files, writing, migrations);
            return new Store(files, writing, Connections.reading(files.database()));
        } catch (SQLException | IOException e) {
            writing.close();
            throw e;
        }
    }

    private static void prepare(StoreFiles files, Connection writing, Migrations migrations)
            throws SQLException, IOException {
        int found = Connections.integer(writing, "PRAGMA user_version");
        if (found > 0 && found < migrations.latest()) {
            new BackupFolder(files.backups())
                    .makeBeforeMigration(files.database(), LocalDate.now(ZoneId.systemDefault()), migrations.latest());
        }
        Connections.configure(writing, "PRAGMA foreign_keys = OFF");
        migrations.apply(writing);
        Connections.configure(writing, "PRAGMA foreign_keys = ON");
    }

    /** Loads what opening takes: SQLite, and this program's SQL. */
    public static void prepare() {
        try (var connection = Connections.inMemory()) {
            Migrations.ofThisProgram().apply(connection);
        } catch (SQLException e) {
            // opening a store will fail in the same way, and that is told
            LOG.log(System.Logger.Level.DEBUG, "SQLite could not be prepared", e);
        }
    }

    /** Where the store lies. */
    public StoreFiles files() {
        return files;
    }

    /** Reads in one transaction. */
    public <T> T read(SqlWork<T> work) throws StoreException {
        readLock.lock();
        try {
            return Transactions.reading(reading, work);
        } catch (SQLException e) {
            throw writer.isShutdown() ? new StoreException.Closed(e) : SqlFailure.of(files, e);
        } finally {
            readLock.unlock();
        }
    }

    /** Writes in one transaction and returns when it is on the disk. */
    public <T> T write(SqlWork<T> work) throws StoreException {
        if (Thread.currentThread().equals(writerThread)) {
            return writeHere(work);
        }
        try {
            return writeLater(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw e;
        }
    }

    /** Queues a write; the future ends with a {@link StoreException} where it failed. */
    public <T> CompletableFuture<T> writeLater(SqlWork<T> work) {
        var result = new CompletableFuture<T>();
        try {
            writer.execute(() -> complete(result, work));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new StoreException.Closed(e));
        }
        return result;
    }

    private <T> void complete(CompletableFuture<T> result, SqlWork<T> work) {
        try {
            result.complete(writeHere(work));
        } catch (StoreException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private <T> T writeHere(SqlWork<T> work) throws StoreException {
        try {
            return Transactions.writing(writing, work);
        } catch (SQLException e) {
            throw SqlFailure.of(files, e);
        }
    }

    /**
     * Runs something on the writer's thread after a while, unless the store is closed by then.
     *
     * @param task may call {@link #write}; must not throw
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a closed store drops it, and nobody waits
    public void later(Duration delay, Runnable task) {
        try {
            writer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // closed in this moment: the same as being closed a moment later
        }
    }

    /**
     * Makes today's backup unless there is one. Takes as long as copying the file; reads and writes go on meanwhile.
     *
     * @return the new backup
     */
    public Optional<Backup> backUp(LocalDate today) throws StoreException {
        try {
            return new BackupFolder(files.backups()).makeDaily(files.database(), today);
        } catch (SQLException e) {
            throw SqlFailure.of(files, e);
        } catch (IOException e) {
            throw SqlFailure.of(files, e);
        }
    }

    /** The backups there are, newest first. */
    public List<Backup> backups() throws StoreException {
        try {
            return new BackupFolder(files.backups()).list();
        } catch (IOException e) {
            throw SqlFailure.of(files, e);
        }
    }

    /** Finishes the queued writes and closes the file. Idempotent. */
    @Override
    public void close() throws StoreException {
        writer.shutdown();
        boolean interrupted = false;
        while (!writer.isTerminated()) {
            try {
                writer.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                // what was promised to be kept is still on its way to the disk
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        readLock.lock();
        try (writing;
                reading) {
            // the last to close writes SQLite's log into the database
        } catch (SQLException e) {
            throw SqlFailure.of(files, e);
        } finally {
            readLock.unlock();
        }
    }
}
