package dev.ponder.downloads.net;

import dev.ponder.downloads.NetworkException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the JDK's client throws, in our terms. */
final class NetworkFaults {

    private NetworkFaults() {}

    static NetworkException of(String host, IOException fault) {
        if (has(fault, UnresolvedAddressException.class) || has(fault, UnknownHostException.class)) {
            return new NetworkException.HostUnknown(host, fault);
        }
        if (has(fault, CertificateException.class)
                || has(fault, SSLHandshakeException.class)
                || has(fault, SSLPeerUnverifiedException.class)) {
            return new NetworkException.Untrusted(host, fault);
        }
        // the client's words when a proxy leads no further
        boolean isTunnel = Objects.requireNonNullElse(fault.getMessage(), "").startsWith("Tunnel failed");
        if (isTunnel || has(fault, HttpConnectTimeoutException.class) || has(fault, ConnectException.class)) {
            return new NetworkException.Unreachable(host, fault);
        }
        return has(fault, HttpTimeoutException.class)
                ? new NetworkException.Silent(host, fault)
                : new NetworkException.ConnectionLost(host, fault);
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
