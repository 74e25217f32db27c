package dev.ponder.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The GGUF files that lie directly in one folder. Symbolic links are passed over: what somebody put into the folder of
 * models must not make Ponder read files elsewhere.
 *
 * @param path the folder; may be missing
 */
record ModelFolder(Path path) {

    /** llama.cpp's names of the parts of a split model, for example {@code big-00001-of-00003.gguf}. */
    private static final Pattern PART = Pattern.compile("(.+)-(\\d{5})-of-\\d{5}");

    /**
     * The models of the folder in the order of their names, a split one by its first part.
     *
     * @param taken ids that belong to other models
     */
    List<InstalledModel> models(Set<String> taken) throws IOException {
        var ids = new HashSet<>(taken);
        var models = new ArrayList<InstalledModel>();
        for (Path file : files()) {
            if (isLoadable(file)) {
                models.add(new InstalledModel(freeId(name(file), ids), file));
            }
        }
        return List.copyOf(models);
    }

    /** Whether the folder holds a symbolic link to a model under this name. */
    boolean hasLink(String name) throws IOException {
        return files().stream()
                .anyMatch(file -> Files.isSymbolicLink(file)
                        && name.equalsIgnoreCase(InstalledModel.withoutExtension(name(file))));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> InstalledModel.hasExtension(name(entry)))
                    .sorted(Comparator.comparing((Path entry) -> name(entry).toLowerCase(Locale.ROOT))
                            .thenComparing(ModelFolder::name))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isLoadable(Path file) {
        var part = PART.matcher(InstalledModel.withoutExtension(name(file)));
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && (!part.matches() || part.group(2).equals("00001"));
    }

    /** The shortest name that no model before has. */
    private static String freeId(String fileName, Set<String> ids) {
        var stem = InstalledModel.withoutExtension(fileName);
        var part = PART.matcher(stem);
        return Stream.of(part.matches() ? part.group(1) : stem, stem, fileName)
                .filter(id -> ids.add(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(fileName);
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }
}
