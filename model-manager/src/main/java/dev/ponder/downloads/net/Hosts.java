package dev.ponder.downloads.net;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** Hosts of addresses. */
final class Hosts {

    private Hosts() {}

    /** The host in small letters, with its port where it is not the usual one. */
    static String of(URI address) {
        var host = Objects.requireNonNullElse(address.getHost(), "?").toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return port == -1 || port == usualPort(address) ? host : host + ":" + port;
    }

    static boolean isSame(URI one, URI other) {
        return scheme(one).equals(scheme(other)) && of(one).equals(of(other));
    }

    static String scheme(URI address) {
        return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    /** This computer itself, by an address that cannot be anybody else's. */
    static boolean isLoopback(URI address) {
        var host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static int usualPort(URI address) {
        return scheme(address).equals("https") ? 443 : 80;
    }
}
