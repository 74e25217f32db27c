package dev.ponder.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Ponder's version, as the build wrote it. */
final class PonderVersion implements IVersionProvider {

    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() {
        return new String[] {"Ponder " + text()};
    }

    /** The version alone, for example {@code 0.1.0}. */
    static String text() {
        var properties = new Properties();
        try (var in = PonderVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + FILE);
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "");
    }
}
