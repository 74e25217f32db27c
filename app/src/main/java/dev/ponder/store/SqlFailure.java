package dev.ponder.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells from an error of SQLite or the file system what it means for the user. */
final class SqlFailure {

    /** Fewer free bytes than this count as none: SQLite's log grows by whole pages, its index by 32 KiB. */
    private static final long NO_ROOM = 64 * 1024;

    private static final int PRIMARY_CODE = 0xFF;

    private SqlFailure() {}

    static StoreException of(StoreFiles files, SQLException failure) {
        int code = failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode().code & PRIMARY_CODE
                : failure.getErrorCode();
        if (isCode(code, SQLiteErrorCode.SQLITE_FULL)) {
            return new StoreException.DiskFull(failure);
        }
        if (isCode(code, SQLiteErrorCode.SQLITE_CORRUPT) || isCode(code, SQLiteErrorCode.SQLITE_NOTADB)) {
            return damaged(files, failure);
        }
        if (isCode(code, SQLiteErrorCode.SQLITE_READONLY) || isCode(code, SQLiteErrorCode.SQLITE_PERM)) {
            return new StoreException.NotWritable(files.database(), failure);
        }
        if (isCode(code, SQLiteErrorCode.SQLITE_BUSY) || isCode(code, SQLiteErrorCode.SQLITE_LOCKED)) {
            return new StoreException.Busy(failure);
        }
        if (isCode(code, SQLiteErrorCode.SQLITE_IOERR) || isCode(code, SQLiteErrorCode.SQLITE_CANTOPEN)) {
            return inputOutput(files, failure);
        }
        return new StoreException.Failed(files.database(), failure);
    }

    static StoreException of(StoreFiles files, IOException failure) {
        return inputOutput(files, failure);
    }

    static StoreException damaged(StoreFiles files, Exception cause) {
        try {
            return new StoreException.Damaged(
                    files.database(), new BackupFolder(files.backups()).newestIntact(), cause);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return new StoreException.Damaged(files.database(), Optional.empty(), cause);
        }
    }

    private static StoreException inputOutput(StoreFiles files, Exception failure) {
        if (failure instanceof AccessDeniedException || !mayWrite(files)) {
            return new StoreException.NotWritable(files.database(), failure);
        }
        // what SQLite reports when its log or index cannot grow is a plain input/output error
        if (files.folder().toFile().getUsableSpace() < NO_ROOM) {
            return new StoreException.DiskFull(failure);
        }
        return new StoreException.Failed(files.database(), failure);
    }

    private static boolean mayWrite(StoreFiles files) {
        return Files.isWritable(files.folder())
                && (Files.notExists(files.database()) || Files.isWritable(files.database()));
    }

    private static boolean isCode(int code, SQLiteErrorCode wanted) {
        return code == wanted.code;
    }
}
