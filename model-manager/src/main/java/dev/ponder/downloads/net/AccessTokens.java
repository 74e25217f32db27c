package dev.ponder.downloads.net;

import java.util.Optional;

/** Access tokens of hosts; each is only ever sent to its own host. */
@FunctionalInterface
public interface AccessTokens {

    /** No token for anybody. */
    AccessTokens NONE = _ -> Optional.empty();

    /**
     * The token of a host.
     *
     * @param host with its port where it is not the usual one
     */
    Optional<String> of(String host);
}
