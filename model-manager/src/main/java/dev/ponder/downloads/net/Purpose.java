package dev.ponder.downloads.net;

/** Why Ponder connects to somebody. */
public enum Purpose {
    /** To read a repository's list of files. */
    LISTING,
    /** To learn where a file lies, its size and its hash. */
    RESOLVE,
    /** To fetch a file or a part of it. */
    DOWNLOAD,
    /** To fetch a part again, because the whole was wrong. */
    REPAIR
}
