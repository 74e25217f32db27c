package dev.ponder.models.adoption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A program that keeps plain {@code .gguf} files some folders deep, as LM Studio ({@code publisher/repository/file.gguf}) and
 * Jan do. Links are passed over.
 *
 * @param owner the program
 * @param folders where it may keep them
 */
record FolderPlace(String owner, List<Path> folders) implements ModelPlace {

    private static final int DEPTH = 6;
    /** Jan calls every file so; the folder says which model it is. */
    private static final String ANONYMOUS = "model";

    @Override
    public List<FoundFile> files() throws IOException {
        var found = new ArrayList<FoundFile>();
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                found.addAll(filesIn(folder));
            }
        }
        return found;
    }

    private List<FoundFile> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isModel(name(file)))
                    .sorted()
                    .map(file -> new FoundFile(owner, title(file), file, Optional.empty()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Parts of a split model behind the first come with it; encoders of images are no models of their own. */
    static boolean isModel(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gguf")
                && !lower.startsWith("mmproj")
                && (!lower.matches(".*-\\d{5}-of-\\d{5}\\.gguf") || lower.matches(".*-00001-of-\\d{5}\\.gguf"));
    }

    private static String title(Path file) {
        var stem = name(file).replaceFirst("(?i)\\.gguf$", "");
        var folder = file.getParent();
        return stem.equalsIgnoreCase(ANONYMOUS) && folder != null ? name(folder) : stem;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
