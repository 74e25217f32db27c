package dev.ponder.engine.host;

import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.engine.host.HostEvent.Heartbeat;
import dev.ponder.engine.host.HostEvent.Hello;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The engine process. Requests come in on the standard input, events go out on what was the standard output, the log is
 * the standard error. It ends when its standard input closes, whatever native code is doing, and so never outlives the
 * front process.
 */
public final class EngineMain {
    /** Between two heartbeats. */
    static final long HEARTBEAT_MILLIS = 500;

    private static final int DONE = 0;
    private static final int FAILED = 3;
    private static final Logger LOG = System.getLogger(EngineMain.class.getName());

    private final CRuntime runtime;
    private final FrameWriter out;
    private final EngineServer server;

    private EngineMain(CRuntime runtime, FrameWriter out, EngineFactory factory) {
        this.runtime = runtime;
        this.out = out;
        server = new EngineServer(factory, this::send, Executors.newSingleThreadExecutor(daemon("engine-requests")));
    }

    /** The engine process of Ponder. Takes no arguments. */
    public static void main(String[] arguments) {
        serve(() -> new LocalEngine(NativesFolder.locate()));
    }

    /**
     * Serves an engine on the standard streams and ends the process when they close.
     *
     * @param factory opens the engine at the first request
     */
    static void serve(EngineFactory factory) {
        var runtime = new CRuntime();
        // an engine without one of its threads would keep the front process waiting for ever
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOG.log(Level.ERROR, "thread " + thread.getName() + " failed", fault);
            runtime.exit(FAILED);
        });
        try {
            runtime.forbidCoreDumps();
            TerminalSignals.ignore();
            new EngineMain(runtime, new FrameWriter(FrameOutput.claim(runtime)), factory).run();
            runtime.exit(DONE);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the engine process lost its front process", e);
            runtime.exit(FAILED);
        }
    }

    private void run() throws IOException {
        send(new Hello(ProcessHandle.current().pid()));
        startHeart();
        var in = new FrameReader(new FileInputStream(FileDescriptor.in));
        if (server.serve(in)) {
            daemon("engine-close")
                    .newThread(() -> {
                        server.close();
                        runtime.exit(DONE);
                    })
                    .start();
            // native code may take long to return: the end of the input still ends the process
            while (in.read() != null) {}
        }
    }

    private void startHeart() {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(daemon("engine-heart"));
        var _ = heart.scheduleWithFixedDelay(
                () -> send(new Heartbeat(server.busyMillis())), 0, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send(HostEvent event) {
        try {
            out.write(EventCodec.encode(event));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the engine process lost its front process", e);
            runtime.exit(FAILED);
        }
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }
}
