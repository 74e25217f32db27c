package dev.ponder.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the locale says.
 *
 * @param in standard input
 * @param out standard output; flushed by those who write
 * @param err standard error
 * @param inIsTerminal whether a person types the input
 * @param outIsTerminal whether a person reads the output
 * @param errIsTerminal whether a person reads the errors
 */
record Streams(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    /** The streams of this process. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    static Streams ofProcess() {
        var console = System.console();
        // the JDK knows of input and output together only; where they differ, Linux tells of each
        boolean both = console != null && console.isTerminal();
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                both || isTerminal(0),
                both || isTerminal(1),
                isTerminal(2) || (both && !hasDescriptors()));
    }

    private static PrintStream utf8(FileOutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, 1 << 13), false, StandardCharsets.UTF_8);
    }

    private static Path descriptor(int number) {
        return Path.of("/proc/self/fd", Integer.toString(number));
    }

    private static boolean hasDescriptors() {
        return Files.isSymbolicLink(descriptor(2));
    }

    private static boolean isTerminal(int number) {
        try {
            var target = Files.readSymbolicLink(descriptor(number)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
