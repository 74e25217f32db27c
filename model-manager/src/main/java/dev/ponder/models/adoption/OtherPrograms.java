package dev.ponder.models.adoption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the programs keep their models that are known here, by their documented settings and defaults.
 *
 * @param environment variables by name
 * @param system as {@code os.name} gives it
 * @param home the user's home folder
 */
record OtherPrograms(Map<String, String> environment, String system, Path home) {

    List<ModelPlace> places() throws IOException {
        return List.of(
                new FolderPlace("LM Studio", lmStudio()),
                new OllamaPlace(ollama()),
                new FolderPlace("Jan", jan()),
                new HuggingFacePlace(huggingFace()));
    }

    private List<Path> lmStudio() throws IOException {
        var folders = new ArrayList<Path>();
        var pointer = home.resolve(".lmstudio-home-pointer");
        if (Files.isRegularFile(pointer) && Files.size(pointer) < 4096) {
            folders.add(Path.of(Files.readString(pointer).strip()).resolve("models"));
        }
        folders.add(home.resolve(".lmstudio").resolve("models"));
        folders.add(home.resolve(".cache").resolve("lm-studio").resolve("models"));
        return folders.stream().distinct().toList();
    }

    private List<Path> ollama() {
        return variable("OLLAMA_MODELS")
                .map(List::of)
                // the service of Linux packages has a home of its own
                .orElse(List.of(
                        home.resolve(".ollama").resolve("models"),
                        Path.of("/usr/share/ollama/.ollama/models"),
                        Path.of("/var/lib/ollama")));
    }

    private List<Path> jan() {
        var name = system.toLowerCase(Locale.ROOT);
        var data = name.startsWith("windows")
                ? variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"))
                : name.startsWith("mac")
                        ? home.resolve("Library").resolve("Application Support")
                        : variable("XDG_DATA_HOME")
                                .orElse(home.resolve(".local").resolve("share"));
        return List.of(
                data.resolve("Jan").resolve("data").resolve("llamacpp").resolve("models"),
                data.resolve("Jan").resolve("data").resolve("models"),
                home.resolve(".config").resolve("Jan").resolve("data").resolve("models"),
                home.resolve("jan").resolve("models"));
    }

    private List<Path> huggingFace() {
        return List.of(variable("HF_HUB_CACHE")
                .or(() -> variable("HF_HOME").map(folder -> folder.resolve("hub")))
                .or(() -> variable("XDG_CACHE_HOME")
                        .map(folder -> folder.resolve("huggingface").resolve("hub")))
                .orElse(home.resolve(".cache").resolve("huggingface").resolve("hub")));
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
