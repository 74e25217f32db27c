package dev.ponder.app;

import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The one process with a window for a data folder. It holds a lock, which the system frees when the process ends, however
 * it ends. A later start leaves a file with its arguments in the same folder and goes; the first one sees the file, takes
 * it away and raises its window. No socket is involved, so nobody else on the computer or outside can knock.
 */
public final class SingleInstance implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final String CALL = ".call";
    private static final Logger LOG = System.getLogger(SingleInstance.class.getName());

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final WatchService watch;

    private SingleInstance(Path folder, FileChannel channel, FileLock lock, WatchService watch) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.watch = watch;
    }

    /**
     * Becomes the process with the window, or calls the one that is there.
     *
     * @param folder for the lock and the calls, this process's user's own
     * @param arguments what a later start hands over, for example a file to open; single lines
     * @param patience how long to wait until the other process has heard; while it ends it hears nothing and its lock
     *     comes free instead
     * @return the instance, or empty where another process was called and has heard
     * @throws IOException when the folder cannot be used, or the other process neither hears nor ends
     */
    public static Optional<SingleInstance> acquire(Path folder, List<String> arguments, Duration patience)
            throws IOException {
        PrivateFiles.createFolder(folder);
        var instance = tryLock(folder);
        return instance.isPresent() ? instance : call(folder, arguments, patience);
    }

    /**
     * Starts to listen.
     *
     * @param onCall gets a later start's arguments, on a thread of this instance; must not throw
     */
    public void listen(Consumer<List<String>> onCall) {
        Thread.ofPlatform().name("ponder-instance").daemon().start(() -> watch(onCall));
    }

    private static Optional<SingleInstance> tryLock(Path folder) throws IOException {
        var file = folder.resolve("lock");
        PrivateFiles.createFile(file);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                // watched from now on, so that no call is missed before somebody listens
                var watch = folder.getFileSystem().newWatchService();
                folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                return Optional.of(new SingleInstance(folder, channel, lock, watch));
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static Optional<SingleInstance> call(Path folder, List<String> arguments, Duration patience)
            throws IOException {
        var call = folder.resolve(ProcessHandle.current().pid() + "-" + System.nanoTime() + CALL);
        PrivateFiles.replace(call, String.join("\n", arguments).getBytes(StandardCharsets.UTF_8));
        long deadline = System.nanoTime() + patience.toNanos();
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            while (Files.exists(call)) {
                var freed = tryLock(folder);
                if (freed.isPresent()) {
                    return freed;
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("Ponder is running already, but does not answer.");
                }
                var key = watch.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.reset();
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Waiting for the running Ponder was interrupted.", e);
        } finally {
            Files.deleteIfExists(call);
        }
    }

    private void watch(Consumer<List<String>> onCall) {
        try {
            while (true) {
                answerCalls(onCall);
                watch.take().reset();
            }
        } catch (ClosedWatchServiceException _) {
            // closed: nobody is to be raised any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "later starts cannot be heard any more", e);
        }
    }

    private void answerCalls(Consumer<List<String>> onCall) throws IOException {
        List<Path> calls;
        try (Stream<Path> files = Files.list(folder)) {
            calls = files.filter(file -> file.getFileName().toString().endsWith(CALL))
                    .sorted()
                    .toList();
        }
        for (var call : calls) {
            answer(call, onCall);
        }
    }

    private static void answer(Path call, Consumer<List<String>> onCall) throws IOException {
        List<String> arguments;
        try {
            arguments = Files.readAllLines(call);
        } catch (NoSuchFileException _) {
            // whoever called lost patience
            return;
        }
        // its going is the answer
        if (Files.deleteIfExists(call)) {
            onCall.accept(
                    arguments.stream().filter(argument -> !argument.isEmpty()).toList());
        }
    }

    /** Lets go: a later start becomes the process with the window. */
    @Override
    public void close() throws IOException {
        watch.close();
        try (channel) {
            if (lock.isValid()) {
                lock.release();
            }
        }
    }
}
