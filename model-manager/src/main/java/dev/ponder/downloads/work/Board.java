package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.disk.ByteRanges;
import dev.ponder.downloads.disk.PieceLayout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who fetches what. Bytes are missing, claimed by one fetcher, or there. What is claimed and not there yet is never more than
 * a budget, so that a crash never costs more than that, whatever lies in the buffers of the network. May be used by several
 * threads.
 */
final class Board {

    private final PieceLayout layout;
    private final long budget;
    private final ByteRanges there;
    private final ByteRanges busy;
    private final Map<Integer, String> senders = new HashMap<>();
    private final Map<Integer, Set<String>> badSenders = new HashMap<>();
    private boolean isDone;

    /**
     * Begins with what is there.
     *
     * @param there is taken over
     */
    Board(PieceLayout layout, ByteRanges there, long budget) {
        this.layout = layout;
        this.budget = budget;
        this.there = there;
        this.busy = there.copy();
    }

    /**
     * Takes the first missing bytes; waits while others might give some back or turn out to be bad.
     *
     * @param most at most so many, and never more than the budget leaves
     * @return empty when the whole file is there and verified
     */
    synchronized Optional<ByteRange> claim(long most) throws InterruptedException {
        while (!isDone) {
            long room = Math.min(most, budget - (busy.total() - there.total()));
            var gap = busy.firstGap(layout.whole());
            if (gap.isPresent() && room >= Math.min(most, gap.get().length())) {
                long start = gap.get().start();
                var claim = new ByteRange(start, Math.min(gap.get().end(), start + room));
                busy.add(claim);
                return Optional.of(claim);
            }
            wait();
        }
        return Optional.empty();
    }

    /** Claims the first missing bytes from a place on, within one piece, for a server that sends everything in order. */
    synchronized Optional<ByteRange> claimFrom(long position) {
        if (position >= layout.size()) {
            return Optional.empty();
        }
        var claim = busy.firstGap(new ByteRange(position, layout.size()))
                .map(gap -> new ByteRange(
                        gap.start(),
                        Math.min(
                                gap.end(),
                                layout.piece(layout.pieceAt(gap.start())).end())));
        claim.ifPresent(busy::add);
        return claim;
    }

    /** What was claimed is on the disk and in the journal. Lies within one piece. */
    synchronized void received(ByteRange range, String sender) {
        there.add(range);
        senders.put(layout.pieceAt(range.start()), sender);
        notifyAll();
    }

    /** What was claimed did not come. */
    synchronized void giveBack(ByteRange range) {
        busy.remove(range);
        notifyAll();
    }

    /** What was there is not, or is wrong. */
    synchronized void lose(ByteRange range) {
        there.remove(range);
        busy.remove(range);
        notifyAll();
    }

    /** The sender of a piece sent wrong bytes. */
    synchronized void blame(int piece) {
        badSenders.computeIfAbsent(piece, _ -> new HashSet<>()).add(sender(piece));
    }

    /** Whether this sender has sent wrong bytes for the piece that a claim begins in. */
    synchronized boolean isBlamed(ByteRange claim, String sender) {
        return badSenders.getOrDefault(layout.pieceAt(claim.start()), Set.of()).contains(sender);
    }

    /** Who sent a piece or its last part; empty where an earlier run fetched it. */
    synchronized String sender(int piece) {
        return senders.getOrDefault(piece, "");
    }

    /** Waits until all of a piece is there. */
    synchronized void awaitPiece(int index) throws InterruptedException {
        while (!there.contains(layout.piece(index))) {
            wait();
        }
    }

    /** Whether all bytes are there, verified or not. */
    synchronized boolean isFull() {
        return there.total() == layout.size();
    }

    /** The bytes that are not there. */
    synchronized long missing() {
        return layout.size() - there.total();
    }

    /** Everything is there and verified: nobody needs to wait for more. */
    synchronized void done() {
        isDone = true;
        notifyAll();
    }

    PieceLayout layout() {
        return layout;
    }

    synchronized long bytes() {
        return there.total();
    }
}
