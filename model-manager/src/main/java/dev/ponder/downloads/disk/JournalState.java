package dev.ponder.downloads.disk;

import dev.ponder.downloads.ByteRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the records of a journal come to, read in their order. What it says is there may have been lost since: hashes and
 * checks are what tells.
 */
public final class JournalState {

    private Optional<JournalFacts> facts = Optional.empty();
    private final Map<Integer, JournalRecord.Piece> pieces = new HashMap<>();
    private final TreeMap<Long, JournalRecord.Written> written = new TreeMap<>();
    private final Map<Integer, Set<String>> agreed = new HashMap<>();
    private long reserved;

    /** What the download is for; empty where the journal is new or damaged at that place. */
    public Optional<JournalFacts> facts() {
        return facts;
    }

    /** Whole pieces by number. */
    public Map<Integer, JournalRecord.Piece> pieces() {
        return pieces;
    }

    /** What was written within a range and is not part of a whole piece, in file order. */
    public List<JournalRecord.Written> written(ByteRange within) {
        return List.copyOf(written.subMap(within.start(), within.end()).values());
    }

    /** The sources that sent the bytes of a piece once more. */
    public Set<String> agreed(int piece) {
        return agreed.getOrDefault(piece, Set.of());
    }

    /** Bytes of disk that the part file has for itself. */
    public long reserved() {
        return reserved;
    }

    /** All bytes that should be there. */
    public ByteRanges ranges() {
        var ranges = new ByteRanges();
        written.values().forEach(one -> ranges.add(one.range()));
        facts.ifPresent(known ->
                pieces.keySet().forEach(index -> ranges.add(known.layout().piece(index))));
        return ranges;
    }

    /** Reads one more record. Numbers and ranges outside the file are passed over. */
    public void apply(JournalRecord record) {
        switch (record) {
            case JournalRecord.Facts(var fresh) -> facts = Optional.of(fresh);
            case JournalRecord.Reserved(long bytes) -> reserved = bytes;
            case JournalRecord.Written one
            when isInside(one.range()) -> {
                drop(one.range());
                written.put(one.range().start(), one);
            }
            case JournalRecord.Piece piece
            when isInside(piece.index()) -> {
                drop(range(piece.index()));
                pieces.put(piece.index(), piece);
            }
            case JournalRecord.Agreed(int index, var source)
            when pieces.containsKey(index) ->
                agreed.computeIfAbsent(index, _ -> new HashSet<>()).add(source);
            case JournalRecord.Lost(var range) when isInside(range) -> drop(range);
            case JournalRecord.Written _, JournalRecord.Piece _, JournalRecord.Agreed _, JournalRecord.Lost _ -> {}
        }
    }

    private void drop(ByteRange range) {
        var overlapping = new ArrayList<Long>();
        var before = written.lowerEntry(range.start());
        if (before != null && before.getValue().range().end() > range.start()) {
            overlapping.add(before.getKey());
        }
        overlapping.addAll(written.subMap(range.start(), range.end()).keySet());
        overlapping.forEach(written::remove);
        var layout = facts.orElseThrow().layout();
        for (int index = layout.pieceAt(range.start()); index <= layout.pieceAt(range.end() - 1); index++) {
            pieces.remove(index);
            agreed.remove(index);
        }
    }

    private ByteRange range(int index) {
        return facts.orElseThrow().layout().piece(index);
    }

    private boolean isInside(int index) {
        return facts.isPresent() && index >= 0 && index < facts.get().layout().count();
    }

    private boolean isInside(ByteRange range) {
        return facts.isPresent() && range.end() <= facts.get().size();
    }
}
