package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.net.StoredTokens;
import java.io.IOException;

/** Access tokens for repositories that need consent. All methods block while the system's secret store is asked. */
public interface TokenService {

    /** Whether there is a token for a hub. */
    boolean hasToken(Hub hub);

    /** Keeps a token for a hub; gives how long it stays. */
    StoredTokens.Kept keepToken(Hub hub, String token);

    /**
     * Forgets the token of a hub.
     *
     * @throws IOException if the system's secret store does not give it up
     */
    void removeToken(Hub hub) throws IOException;
}
