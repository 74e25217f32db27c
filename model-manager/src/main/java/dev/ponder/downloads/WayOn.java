package dev.ponder.downloads;

/** What somebody can do about a failure; a screen makes a button of it. */
public enum WayOn {
    /** Go on from where it stopped, once the network or the server is well again. */
    RESUME,
    /** Free space on the disk, then go on. */
    FREE_SPACE,
    /** Bring the folder of models back, or choose another. */
    FIND_FOLDER,
    /** Fetch from another source. */
    OTHER_SOURCE,
    /** Give an access token. */
    GIVE_TOKEN,
    /** Delete what has come and begin anew. */
    START_OVER,
    /** Rename or delete the file that is in the way. */
    MOVE_FILE
}
