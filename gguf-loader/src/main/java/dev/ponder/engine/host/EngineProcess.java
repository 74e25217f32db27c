package dev.ponder.engine.host;

import dev.ponder.engine.LandedBy;
import dev.ponder.engine.host.HostEvent.Heartbeat;
import dev.ponder.engine.host.HostEvent.Hello;
import dev.ponder.engine.host.HostEvent.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One engine process from its start to its end: its streams, its open calls, and the judgement that it is dead, hung or
 * confused. Answers are delivered on its reader thread, in order.
 */
final class EngineProcess {

    /** Told of what a process does that is no answer. Called on the process's threads; must not block. */
    interface Owner {

        /** The process is no more, and its calls have failed. The last call of all. */
        void onEnd(EngineProcess process, ChildEnd end);

        /** A generation failed in a way that a GPU can be behind. */
        void onComputeFailed(EngineProcess process);
    }

    private final Process process;
    private final Owner owner;
    private final Patience patience;
    private final Outbox outbox;
    private final LastLines log = new LastLines();
    private final Heartwatch watch;
    private final StallWatch stall;
    private final Thread reader;
    private final Thread logDrain;

    private final NavigableMap<Long, Call> calls = new ConcurrentSkipListMap<>();
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final ReentrantLock delivery = new ReentrantLock();
    private final AtomicBoolean finishing = new AtomicBoolean();
    private final long started = System.nanoTime();
    private long lastId;
    private volatile @Nullable ChildEnd verdict;
    private volatile @Nullable ChildEnd end;
    private volatile boolean proven;
    private long doomedSince;

    private EngineProcess(Process process, Owner owner, Patience patience) {
        this.process = process;
        this.owner = owner;
        this.patience = patience;
        watch = new Heartwatch(patience.silence(), patience.tick(), patience.start(), started);
        stall = new StallWatch(patience.stallNotice());
        outbox = new Outbox(process.getOutputStream());
        reader = thread("engine-events", this::read);
        logDrain = thread("engine-log", () -> log.drain(process.getErrorStream()));
    }

    private static Thread thread(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    /**
     * Starts a process and the threads around it.
     *
     * @throws IOException when it cannot be started
     */
    static EngineProcess start(EngineCommand command, Owner owner, Patience patience) throws IOException {
        var child = new EngineProcess(command.start(), owner, patience);
        child.logDrain.start();
        child.outbox.start();
        child.reader.start();
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the process has spoken, or is no more. */
    void awaitGreeting() {
        greeted.join();
    }

    boolean isOpen() {
        return end == null;
    }

    /** How it ended; null while it lives. */
    @Nullable ChildEnd end() {
        return end;
    }

    /** Whether it did some work that a user asked for, or lived for a while: its end is then no part of a crash loop. */
    boolean isProven() {
        return proven || System.nanoTime() - started > Duration.ofMinutes(1).toNanos();
    }

    /** Whether the current thread delivers this process's answers, and so must not wait for one. */
    boolean isReader() {
        return Thread.currentThread().equals(reader);
    }

    /** Sends a call, or fails it where the process has ended. Does not block. One thread at a time. */
    void send(Call call) {
        long id = ++lastId;
        var payload = RequestCodec.encode(call.request(id));
        if (payload.length > FrameFormat.PAYLOAD_LIMIT) {
            call.fail(Refusals.tooLong());
            return;
        }
        calls.put(id, call);
        outbox.put(payload);
        if (call instanceof RemoteGeneration generation) {
            // after the request, since what was wished for meanwhile goes out at once
            generation.sent(control(id));
        }
        var ended = end;
        // the end fails every call it finds; this one may have come too late for that
        if (ended != null && calls.remove(id) != null) {
            call.fail(ended.error());
        }
    }

    private RemoteGeneration.Control control(long id) {
        return new RemoteGeneration.Control() {
            @Override
            public void cancel() {
                EngineProcess.this.cancel(id);
            }

            @Override
            public void land(LandedBy by) {
                outbox.put(RequestCodec.encode(new HostRequest.Land(id, by)));
            }
        };
    }

    /** Sends the cancel for a call. */
    void cancel(long id) {
        outbox.put(RequestCodec.encode(new HostRequest.Cancel(id)));
    }

    /** Looks after the process; called once a tick. */
    void tick() {
        if (end != null) {
            return;
        }
        if (watch.isSilent(System.nanoTime())) {
            kill(ChildEnds.silent(patience.silence()));
        }
        if (verdict == null && process.isAlive()) {
            return;
        }
        // the reader normally sees the pipe end; a driver's helper process may hold it open
        if (doomedSince == 0) {
            doomedSince = System.nanoTime();
        } else if (System.nanoTime() - doomedSince > patience.exit().toNanos()) {
            finish();
        }
    }

    /** Ends the process at once; the first reason given counts. */
    void kill(ChildEnd why) {
        if (verdict == null) {
            verdict = why;
        }
        process.destroyForcibly();
    }

    /** Asks the process to end, makes it end where it does not, and waits for that. */
    void close() {
        verdict = ChildEnds.closed();
        outbox.put(RequestCodec.encode(new HostRequest.Shutdown()));
        try {
            if (!process.waitFor(patience.exit().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(patience.exit().toMillis(), TimeUnit.MILLISECONDS);
            }
            if (!isReader()) {
                reader.join(patience.exit());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        finish();
    }

    private void read() {
        var frames = new FrameReader(process.getInputStream());
        try {
            for (var payload = frames.read(); payload != null; payload = frames.read()) {
                watch.heard(System.nanoTime());
                receive(EventCodec.decode(payload));
            }
        } catch (WireException e) {
            kill(ChildEnds.confused(String.valueOf(e.getMessage())));
        } catch (EOFException e) {
            // it died while it wrote: the exit status says why
        } catch (IOException e) {
            kill(ChildEnds.confused("its output cannot be read: " + e.getMessage()));
        } finally {
            finish();
        }
    }

    private void receive(HostEvent event) throws WireException {
        if ((event instanceof Hello) == greeted.isDone()) {
            throw new WireException("the greeting is not the first message");
        }
        switch (event) {
            case Hello(var _) -> greeted.complete(null);
            case Heartbeat(var busyMillis) -> onHeartbeat(busyMillis);
            case Reply reply -> deliver(reply);
        }
    }

    private void onHeartbeat(long busyMillis) {
        Map.Entry<Long, Call> oldest = calls.firstEntry();
        if (oldest == null) {
            return;
        }
        if (stall.isOver(busyMillis, oldest.getValue() instanceof LoadCall)) {
            kill(ChildEnds.stalled(busyMillis / 1000));
        } else if (oldest.getValue() instanceof RemoteGeneration generation && stall.isNews(busyMillis)) {
            delivering(() -> generation.stalled((int) (busyMillis / 1000)));
        }
    }

    private void deliver(Reply reply) throws WireException {
        var call = calls.get(reply.id());
        if (call == null) {
            throw new WireException("an answer to request " + reply.id() + ", which is not open");
        }
        if (reply instanceof HostEvent.Generated(var _, var event)) {
            proven = true;
            stall.onEvent(event, System.nanoTime());
        }
        delivering(() -> {
            if (call.answer(reply)) {
                calls.remove(reply.id());
            }
        });
        if (call instanceof RemoteGeneration generation && generation.suspectsGpu() && !calls.containsKey(reply.id())) {
            owner.onComputeFailed(this);
        }
    }

    private interface Delivery<E extends Exception> {
        void run() throws E;
    }

    private <E extends Exception> void delivering(Delivery<E> task) throws E {
        delivery.lock();
        watch.delivering();
        try {
            if (end == null) {
                task.run();
            }
        } finally {
            watch.delivered(System.nanoTime());
            delivery.unlock();
        }
    }

    private void finish() {
        if (!finishing.compareAndSet(false, true)) {
            return;
        }
        var how = judge();
        outbox.close();
        delivery.lock();
        try {
            end = how;
            greeted.complete(null);
            for (var entry = calls.pollFirstEntry(); entry != null; entry = calls.pollFirstEntry()) {
                entry.getValue().fail(how.error());
            }
        } finally {
            delivery.unlock();
        }
        owner.onEnd(this, how);
    }

    /** Why it ended. Its output has ended already, so it is dead, or will soon be, or has closed its own pipe. */
    private ChildEnd judge() {
        try {
            boolean exited = process.waitFor(patience.tick().toMillis() * 2, TimeUnit.MILLISECONDS);
            if (!exited) {
                kill(ChildEnds.confused("it closed its output"));
            }
            var known = verdict;
            if (known != null) {
                return known;
            }
            logDrain.join(patience.tick());
            return ChildEnds.exited(process.exitValue(), log.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return ChildEnds.closed();
        }
    }
}
