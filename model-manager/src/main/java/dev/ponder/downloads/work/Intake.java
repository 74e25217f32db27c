package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.PartFile;
import java.util.zip.CRC32C;

/**
 * Takes the bytes of one claim in their order: writes them and notes them extent by extent, in the journal with their check,
 * then on the board. No extent crosses the border of a piece. Closing it notes the last bytes and gives back the rest of the
 * claim. For one thread.
 */
final class Intake implements AutoCloseable {

    /** A connection that brings this part of an extent is no failure, even if it breaks off then. */
    private static final int WORTH_A_CONNECTION = 8;

    private final PartFile file;
    private final Assembly assembly;
    private final ByteRange claim;
    private final CRC32C crc = new CRC32C();
    private String sender = "";
    private Runnable onProgress = () -> {};
    private long noted;
    private long position;
    private boolean isClosed;

    Intake(PartFile file, Assembly assembly, ByteRange claim) {
        this.file = file;
        this.assembly = assembly;
        this.claim = claim;
        this.noted = claim.start();
        this.position = claim.start();
    }

    /**
     * Says where the next bytes come from.
     *
     * @param then called whenever so many were noted that it was worth the connection
     */
    void from(String newSender, Runnable then) {
        sender = newSender;
        onProgress = then;
    }

    /** Where the next byte goes. */
    long position() {
        return position;
    }

    void write(byte[] bytes, int length) throws DiskException {
        int done = 0;
        while (done < length) {
            int part = (int) Math.min(length - done, extentEnd() - position);
            file.write(position, bytes, done, part);
            crc.update(bytes, done, part);
            done += part;
            position += part;
            if (position == extentEnd()) {
                note();
            }
        }
        assembly.status().add(length);
    }

    private long extentEnd() {
        var layout = assembly.board().layout();
        long pieceEnd = layout.piece(layout.pieceAt(noted)).end();
        return Math.min(noted + assembly.means().settings().extentBytes(), pieceEnd);
    }

    private void note() throws DiskException {
        var extent = new ByteRange(noted, position);
        assembly.journal().add(new JournalRecord.Written(extent, (int) crc.getValue()));
        assembly.board().received(extent, sender);
        if (position - claim.start() >= assembly.means().settings().extentBytes() / WORTH_A_CONNECTION) {
            onProgress.run();
        }
        noted = position;
        crc.reset();
    }

    /** Notes the last bytes and gives back the rest, unless that is done. */
    void finish() throws DiskException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            if (position > noted) {
                note();
            }
        } finally {
            if (noted < claim.end()) {
                assembly.board().giveBack(new ByteRange(noted, claim.end()));
            }
        }
    }

    @Override
    public void close() throws DiskException {
        finish();
    }
}
