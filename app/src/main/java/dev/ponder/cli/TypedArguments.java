package dev.ponder.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Arguments as they were typed. In a locale without UTF-8 Java replaces every other letter before a program starts. */
final class TypedArguments {

    private static final char REPLACEMENT = '\uFFFD';

    private TypedArguments() {}

    /**
     * The arguments, read anew from the system as UTF-8 where Java could not read them.
     *
     * @param arguments as Java gave them
     * @return the same where nothing is wrong or the system does not tell
     */
    static String[] repaired(String[] arguments) {
        if (Arrays.stream(arguments).noneMatch(argument -> argument.indexOf(REPLACEMENT) >= 0)) {
            return arguments;
        }
        try {
            // Linux keeps the bytes; Windows and macOS never lose any
            return lastOf(Files.readAllBytes(Path.of("/proc/self/cmdline")), arguments);
        } catch (IOException _) {
            return arguments;
        }
    }

    /**
     * The last words of a command line.
     *
     * @param commandLine words that each end with a zero byte
     * @param arguments what to take where there are fewer
     */
    static String[] lastOf(byte[] commandLine, String[] arguments) {
        var words = new String(commandLine, StandardCharsets.UTF_8).split("\0", -1);
        // behind the last zero byte comes nothing
        int end = words.length - 1;
        int begin = end - arguments.length;
        return begin < 1 ? arguments : Arrays.copyOfRange(words, begin, end);
    }
}
