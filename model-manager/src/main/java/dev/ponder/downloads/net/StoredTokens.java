package dev.ponder.downloads.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Access tokens that somebody has given. They lie in the system's secret store where there is one; where there is none, they
 * are kept in memory until Ponder ends, and {@link #keep} says so. The data folder only holds the names of the hosts, so that
 * the system is not asked about hosts that have no token. May be used by several threads; the first call for a host blocks
 * while the system is asked.
 */
public final class StoredTokens implements AccessTokens {

    private static final Logger LOG = System.getLogger(StoredTokens.class.getName());
    /** What a header and every tool's input can hold as it is. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{8,512}");

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+(:\\d{1,5})?");

    /** How long a token stays. */
    public enum Kept {
        /** Until it is removed. */
        IN_THE_SECRET_STORE,
        /** Until Ponder ends, because the system has no secret store that works. */
        UNTIL_PONDER_ENDS
    }

    private final SecretStore store;
    private final Path hosts;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    StoredTokens(SecretStore store, Path hosts) {
        this.store = store;
        this.hosts = hosts;
    }

    /**
     * The tokens of this user on this system.
     *
     * @param folder Ponder's data folder, which exists
     */
    public static StoredTokens ofThisSystem(Path folder) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        SecretStore store;
        if (system.startsWith("windows")) {
            store = new ProtectedFiles("powershell.exe", folder);
        } else {
            store = system.startsWith("mac") ? new Keychain("security") : new SecretTool("secret-tool");
        }
        return new StoredTokens(store, folder.resolve("token-hosts"));
    }

    /** Whether a text can be a token: 8 to 512 letters, digits and the signs that headers allow. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /**
     * Keeps a token for a host.
     *
     * @param host with its port where it is not the usual one, for example {@code huggingface.co}
     * @return how long it stays
     * @throws IllegalArgumentException if {@link #isToken} says no, or the host is none
     */
    public synchronized Kept keep(String host, String token) {
        if (!isToken(token) || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("no token of a host");
        }
        known.put(host, Optional.of(token));
        try {
            store.put(host, token);
            var all = hosts();
            all.add(host);
            Files.write(hosts, all);
            return Kept.IN_THE_SECRET_STORE;
        } catch (IOException e) {
            LOG.log(Level.INFO, "a token is kept in memory only: {0}", e.getMessage());
            return Kept.UNTIL_PONDER_ENDS;
        }
    }

    /**
     * Forgets the token of a host.
     *
     * @throws IOException if the system's secret store does not give it up
     */
    public synchronized void remove(String host) throws IOException {
        known.put(host, Optional.empty());
        var all = hosts();
        if (all.contains(host)) {
            store.remove(host);
            all.remove(host);
            Files.write(hosts, all);
        }
    }

    /** The hosts that have a token. */
    public synchronized Set<String> all() {
        var all = hosts();
        known.forEach((host, token) -> {
            if (token.isPresent()) {
                all.add(host);
            }
        });
        return all;
    }

    @Override
    public Optional<String> of(String host) {
        return known.computeIfAbsent(host, this::ask);
    }

    private Optional<String> ask(String host) {
        if (!hosts().contains(host)) {
            return Optional.empty();
        }
        try {
            return store.get(host).filter(StoredTokens::isToken);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the token of " + host + " cannot be read", e);
            return Optional.empty();
        }
    }

    private Set<String> hosts() {
        try {
            return Files.exists(hosts) ? new TreeSet<>(Files.readAllLines(hosts)) : new TreeSet<>();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the list of hosts with tokens cannot be read", e);
            return new TreeSet<>();
        }
    }
}
