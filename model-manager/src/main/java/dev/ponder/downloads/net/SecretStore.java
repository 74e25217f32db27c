package dev.ponder.downloads.net;

import java.io.IOException;
import java.util.Optional;

/** Where the system keeps secrets for its user. Calls block, and some systems ask their user for a password meanwhile. */
interface SecretStore {

    /**
     * Keeps a secret in place of an earlier one.
     *
     * @param name what it is for
     * @throws IOException if the system has no such store, or refuses
     */
    void put(String name, String secret) throws IOException;

    /** The secret; empty where there is none. */
    Optional<String> get(String name) throws IOException;

    /** Forgets a secret; nothing to do where there is none. */
    void remove(String name) throws IOException;
}
