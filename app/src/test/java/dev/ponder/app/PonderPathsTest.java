package dev.ponder.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PonderPathsTest {

    @TempDir
    private Path home;

    @Test
    void linuxKeepsDataWhereXdgSays() {
        var elsewhere = home.resolve("xdg");
        assertEquals(elsewhere.resolve("ponder"), data(Map.of("XDG_DATA_HOME", elsewhere.toString()), "Linux"));
        assertEquals(home.resolve(".local/share/ponder"), data(Map.of(), "Linux"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertEquals(home.resolve(".local/share/ponder"), data(Map.of("XDG_DATA_HOME", "data"), "Linux"));
    }

    @Test
    void macKeepsDataInApplicationSupport() {
        assertEquals(home.resolve("Library/Application Support/Ponder"), data(Map.of(), "Mac OS X"));
    }

    @Test
    void windowsKeepsDataInLocalAppData() {
        var local = home.resolve("local");
        assertEquals(local.resolve("Ponder"), data(Map.of("LOCALAPPDATA", local.toString()), "Windows 11"));
        assertEquals(home.resolve("AppData/Local/Ponder"), data(Map.of(), "Windows 11"));
    }

    @Test
    void anOwnFolderWinsEverywhere() {
        var own = Map.of("PONDER_HOME", home.resolve("own").toString(), "XDG_DATA_HOME", "/elsewhere");
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertEquals(home.resolve("own"), data(own, system));
        }
    }

    @Test
    void anEmptyVariableIsNoFolder() {
        assertEquals(home.resolve(".local/share/ponder"), data(Map.of("PONDER_HOME", " "), "Linux"));
    }

    @Test
    void modelsLieInTheDataFolder() {
        assertEquals(
                home.resolve("own/models"),
                PonderPaths.of(Map.of("PONDER_HOME", home.resolve("own").toString()), "Linux", home)
                        .models());
    }

    private Path data(Map<String, String> environment, String system) {
        return PonderPaths.of(environment, system, home).data();
    }
}
