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
 * The models on this computer: the demo model and the files in the folder of models.
 *
 * <p>Looks at the folder anew at each call, so files may come and go. A name is only ever compared with the names of
 * files that are there and never becomes part of a path.
 */
public final class ModelLibrary {

    /** The id of the demo model. */
    public static final String DEMO_ID = "demo";

    private final ModelFolder folder;
    private final @Nullable Path demo;

    /**
     * A library over one folder.
     *
     * @param folder where downloaded and imported models lie; may be missing
     * @param demo the demo model's file, or null where the installation lacks it
     */
    public ModelLibrary(Path folder, @Nullable Path demo) {
        this.folder = new ModelFolder(folder);
        this.demo = demo;
    }

    /**
     * All models: the demo model first, then those of the folder by name.
     *
     * @return one entry for each model, a split one by its first part
     * @throws IOException if the folder is there but cannot be read
     */
    public List<InstalledModel> models() throws IOException {
        var models = new ArrayList<InstalledModel>();
        if (demo != null) {
            models.add(new InstalledModel(DEMO_ID, demo));
        }
        models.addAll(folder.models(Set.of(DEMO_ID)));
        return List.copyOf(models);
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
