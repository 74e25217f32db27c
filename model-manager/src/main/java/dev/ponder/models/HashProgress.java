package dev.ponder.models;

/** Told of work on a large file. Called from the thread that works, some hundred times at most. */
@FunctionalInterface
public interface HashProgress {

    /**
     * So much is done.
     *
     * @param bytes done
     * @param of in all
     * @return false to stop
     */
    boolean onBytes(long bytes, long of);

    /** Nobody is told. */
    HashProgress SILENT = (_, _) -> true;
}
