package dev.ponder.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The models on this computer: the demo model, the files in the folder of models, and files elsewhere that were adopted.
 *
 * <p>Looks at the folder anew at each call, so files may come and go, and so may the folder, which can lie on a disk that is
 * not connected. A name is only ever compared with the names of files that are there and never becomes part of a path. Safe
 * for all threads; every method reads the disk.
 */
public final class ModelLibrary {

    /** The id of the demo model. */
    public static final String DEMO_ID = "demo";

    private volatile ModelFolder folder;
    private final @Nullable Path demo;
    private final LibraryBook book;

    /**
     * A library over one folder that remembers nothing of its files.
     *
     * @param folder where downloaded and imported models lie; may be missing
     * @param demo the demo model's file, or null where the installation lacks it
     */
    public ModelLibrary(Path folder, @Nullable Path demo) {
        this(folder, demo, LibraryBook.inMemory());
    }

    /**
     * A library over one folder.
     *
     * @param usual where downloaded and imported models lie if the book names no other folder; may be missing
     * @param demo the demo model's file, or null where the installation lacks it
     * @param book what is remembered of folder and files
     */
    public ModelLibrary(Path usual, @Nullable Path demo, LibraryBook book) {
        this.folder =
                new ModelFolder(book.folder().orElse(usual).toAbsolutePath().normalize());
        this.demo = demo;
        this.book = book;
    }

    /** Where downloaded and imported models lie; may be missing. */
    public Path folder() {
        return folder.path();
    }

    /**
     * Looks for models in another folder from now on, also after a restart. No file is moved; what is remembered of files
     * goes by their names. {@link FolderMove} moves them too.
     *
     * @throws IOException if that cannot be noted; then nothing has changed
     */
    public void use(Path otherFolder) throws IOException {
        var path = otherFolder.toAbsolutePath().normalize();
        book.useFolder(path);
        folder = new ModelFolder(path);
    }

    /**
     * The folder of models, made if it can be made.
     *
     * @throws LibraryException if it is not there and its parent is neither, as when its disk is not connected
     */
    public Path requireFolder() throws LibraryException {
        var path = folder();
        if (Files.isDirectory(path)) {
            return path;
        }
        var parent = path.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new LibraryException(
                    LibraryException.Kind.FOLDER_MISSING,
                    "The folder of models " + path + " is not there. Connect its disk, or choose another folder.",
                    null);
        }
        try {
            return Files.createDirectory(path);
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.Kind.FILE_FAILED,
                    "The folder of models " + path + " cannot be made. Choose another folder.",
                    e);
        }
    }

    /** What is remembered of a model's file; empty for one that nobody has read as a whole yet. */
    public Optional<FileRecord> record(Path file) {
        return book.record(key(file));
    }

    /** Remembers a file. */
    void remember(Path file, FileRecord record) throws IOException {
        book.put(key(file), record);
    }

    /** Forgets a file, which stays where it is. */
    void forget(Path file) throws IOException {
        book.remove(key(file));
    }

    private String key(Path file) {
        var path = file.toAbsolutePath().normalize();
        return folder().equals(path.getParent()) ? String.valueOf(path.getFileName()) : path.toString();
    }

    /**
     * All models: the demo model first, then those of the folder by name, then adopted ones in the order they came.
     *
     * @return one entry for each model, a split one by its first part
     * @throws IOException if the folder is there but cannot be read
     */
    public List<InstalledModel> models() throws IOException {
        var models = new ArrayList<InstalledModel>();
        if (demo != null) {
            models.add(new InstalledModel(DEMO_ID, demo, new InstalledModel.Origin.Demo()));
        }
        models.addAll(folder.models(Set.of(DEMO_ID)));
        book.all()
                .forEach((key, record) -> record.adoption().ifPresent(adoption -> {
                    var file = Path.of(key);
                    if (Files.isRegularFile(file)) {
                        models.add(new InstalledModel(
                                freeId(adoption.name(), models),
                                file,
                                new InstalledModel.Origin.Elsewhere(adoption.owner())));
                    }
                }));
        return List.copyOf(models);
    }

    /** Adopted files that are gone: their program may have deleted them. */
    public List<Path> lost() {
        return book.all().entrySet().stream()
                .filter(entry -> entry.getValue().adoption().isPresent())
                .map(entry -> Path.of(entry.getKey()))
                .filter(file -> !Files.isRegularFile(file))
                .toList();
    }

    private static String freeId(String wanted, List<InstalledModel> models) {
        var id = wanted;
        for (int number = 2; isTaken(id, models); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    private static boolean isTaken(String id, List<InstalledModel> models) {
        return models.stream().flatMap(model -> model.names().stream()).anyMatch(name -> name.equalsIgnoreCase(id));
    }

    /** The model that somebody named, by its id or its file's name; empty for a path or an unknown name. */
    public Optional<InstalledModel> model(String named) throws IOException {
        return installed(named);
    }

    /**
     * Finds what somebody named: a model by its id, or any file by its path. A plain word is an id first, so that a
     * file or folder that happens to lie in the working directory cannot take a model's place; anything with a
     * separator or the extension {@code .gguf} is a path first.
     *
     * @param named as typed
     * @return an existing regular file; whether it is a model nobody has checked
     * @throws UnknownModelException if there is no such model or file; its message has the choices
     * @throws IOException if the folder of models is there but cannot be read
     */
    public Path resolve(String named) throws UnknownModelException, IOException {
        var path = pathOf(named);
        boolean pathFirst = isPathLike(named);
        if (pathFirst && path.filter(Files::isRegularFile).isPresent()) {
            return path.get();
        }
        if (demo != null && named.equalsIgnoreCase(DEMO_ID)) {
            return demo;
        }
        var model = installed(named);
        if (model.isPresent()) {
            return model.get().file();
        }
        if (!pathFirst && path.filter(Files::isRegularFile).isPresent()) {
            return path.get();
        }
        throw new UnknownModelException(problemWith(named, path), ids());
    }

    private Optional<InstalledModel> installed(String name) throws IOException {
        var models = models();
        return first(models, name::equals).or(() -> first(models, name::equalsIgnoreCase));
    }

    private static Optional<InstalledModel> first(List<InstalledModel> models, Predicate<String> wanted) {
        return models.stream()
                .filter(model -> model.names().stream().anyMatch(wanted))
                .findFirst();
    }

    private String problemWith(String named, Optional<Path> path) throws IOException {
        if (path.filter(Files::isDirectory).isPresent()) {
            return "“" + named + "” is a folder, not a model.";
        }
        if (path.filter(Files::exists).isPresent()) {
            return "“" + named + "” is not a regular file.";
        }
        if (named.equalsIgnoreCase(DEMO_ID)) {
            return "The demo model is missing from this installation.";
        }
        if (folder.hasLink(InstalledModel.withoutExtension(named))) {
            return "“" + named + "” is a symbolic link in the folder of models, which Ponder does not follow.";
        }
        return (isPathLike(named) ? "There is no file “" : "There is no model “") + named + "”.";
    }

    private List<String> ids() throws IOException {
        return models().stream().map(InstalledModel::id).toList();
    }

    private static boolean isPathLike(String named) {
        return named.contains("/") || named.contains("\\") || InstalledModel.hasExtension(named);
    }

    private static Optional<Path> pathOf(String named) {
        try {
            return named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
        } catch (InvalidPathException e) {
            // no file can have this name here, but a choice can still be offered
            return Optional.empty();
        }
    }
}
