package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedArgumentsTest {

    @Test
    void readsLostLettersFromTheSystemsOwnCommandLine() {
        var commandLine = "java\0-cp\0x\0Main\0chat\0Grüße 你好\0".getBytes(StandardCharsets.UTF_8);
        var lost = new String[] {"chat", "Gr\uFFFD\uFFFDe"};
        assertArrayEquals(new String[] {"chat", "Grüße 你好"}, TypedArguments.lastOf(commandLine, lost));
    }

    @Test
    void keepsAnEmptyLastArgument() {
        var commandLine = "java\0Main\0chat\0\0".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(new String[] {"chat", ""}, TypedArguments.lastOf(commandLine, new String[] {"chat", "?"}));
    }

    @Test
    void leavesArgumentsAloneThatLostNothing() {
        var arguments = new String[] {"chat", "Grüße"};
        assertSame(arguments, TypedArguments.repaired(arguments));
    }
}
