package dev.ponder.models.catalog;

/** Where the hash of a file is known from. */
public enum HashConfidence {
    /** Two independent places agree. */
    MULTIPLE,
    /** One project has written down what the repository's listing said. */
    LISTING,
    /** One place names it. */
    SINGLE,
    /** Not known, or not from a place to rely on: the server's own hash is taken, and the user told so. */
    UNKNOWN
}
