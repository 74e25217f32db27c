package dev.ponder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every text file that git tracks. */
class RepositoryTest {

    private static final Path ROOT = Path.of(System.getProperty("ponder.root"));
    private static final int LINES = 500;

    /** Hosts that packages come from; written in pieces, or this file would name them. */
    private static final Pattern HOST = Pattern.compile(Stream.of(
                    List.of("registry", "npmjs", "org"),
                    List.of("registry", "yarnpkg", "com"),
                    List.of("npm", "pkg", "github", "com"),
                    List.of("repo", "maven", "apache", "org"),
                    List.of("repo1", "maven", "org"),
                    List.of("central", "sonatype", "com"),
                    List.of("oss", "sonatype", "org"),
                    List.of("plugins", "gradle", "org"),
                    List.of("pypi", "org"),
                    List.of("pythonhosted", "org"))
            .map(parts -> Pattern.quote(String.join(".", parts)))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow());

    /** A setting or a lock that sends the build to an address of its own. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?m)^\\s*(@[\\w-]+:)?registry\\s*=|\"resolved\"\\s*:\\s*\"https?:");

    private static Map<String, String> texts;

    @BeforeAll
    static void readTheTrackedTexts() throws IOException, InterruptedException {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "a source archive has no list of tracked files");
        texts = new TreeMap<>();
        for (String name : trackedFiles()) {
            var file = ROOT.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (content.indexOf('\0') < 0) {
                    texts.put(name, content);
                }
            }
        }
    }

    @Test
    void noTextFileIsOverFiveHundredLines() {
        var tooLong = new TreeMap<String, Long>();
        texts.forEach((name, text) -> {
            long lines = text.lines().count();
            if (lines > LINES) {
                tooLong.put(name, lines);
            }
        });
        assertEquals(Map.of(), tooLong, "files that are two files");
    }

    @Test
    void noFileNamesTheHostOfARegistry() {
        var naming = texts.entrySet().stream()
                .filter(file -> HOST.matcher(file.getValue()).find()
                        || ADDRESS.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), naming, "whoever builds decides where packages come from");
    }

    @Test
    void theListOfTrackedFilesIsComplete() {
        var own = List.of("pom.xml", "LICENSE", "ui/src/main/java/dev/ponder/ui/Main.java");
        assertEquals(own, own.stream().filter(texts::containsKey).toList());
    }

    private static List<String> trackedFiles() throws IOException, InterruptedException {
        // the folder may belong to somebody else, as in a container; listing names is harmless
        var git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), "git ls-files");
        return List.of(names.split("\0"));
    }
}
