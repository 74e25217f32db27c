package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.EngineInfo;
import dev.ponder.models.InstalledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Ponder runs on.
 *
 * @param installation what is installed where
 * @param engine what computes; null where the engine does not start
 * @param models ids of the models
 * @param demo the demo model
 */
record DoctorReport(Installation installation, @Nullable EngineInfo engine, List<String> models, DemoCheck demo) {

    private static final double GIB = 1 << 30;

    /**
     * Looks around.
     *
     * @throws CliException when the folder of models cannot be read
     */
    static DoctorReport of(Installation installation, @Nullable EngineInfo engine) throws CliException {
        try {
            var models = installation.library().models().stream()
                    .map(InstalledModel::id)
                    .toList();
            return new DoctorReport(installation, engine, models, DemoCheck.ofInstallation());
        } catch (IOException failure) {
            throw CliException.failed(
                    "unreadable-folder", "The models cannot be read: " + failure.getMessage() + ".", failure);
        }
    }

    /** For a person. */
    String text() {
        var rows = new Rows();
        rows.add("Ponder", installation.version());
        rows.add("Java", Runtime.version() + ", " + System.getProperty("java.vendor") + ", " + javaHome());
        rows.add("System", system() + ", " + processors() + " processors");
        if (engine == null) {
            rows.add("llama.cpp", "does not start");
        } else {
            describe(rows, engine);
        }
        var paths = installation.paths();
        rows.add("Data folder", existing(paths.data()));
        rows.add("Models folder", existing(paths.models()));
        rows.add(
                "Models",
                models.isEmpty()
                        ? "none"
                        : String.join(", ", models.stream().map(SafeText::line).toList()));
        rows.add("Demo model", demo.inWords());
        return rows.toString();
    }

    private static void describe(Rows rows, EngineInfo engine) {
        rows.add("llama.cpp", engine.llamaVersion());
        rows.add("Natives", SafeText.line(engine.nativesFolder()));
        rows.add("Back ends", String.join("\n", engine.backends()));
        rows.add("Processor", SafeText.line(engine.systemInfo()).replaceFirst("[ |]+$", ""));
        for (var device : engine.devices()) {
            rows.add("Device", inWords(device));
        }
        rows.add("Missing", engine.problems().isEmpty() ? "nothing" : String.join("\n", engine.problems()));
    }

    private static String inWords(EngineInfo.Device device) {
        return String.format(
                Locale.ROOT,
                "%s (%s), %s, %.1f of %.1f GiB free",
                SafeText.line(device.name()),
                kind(device),
                SafeText.line(device.description()),
                device.freeBytes() / GIB,
                device.totalBytes() / GIB);
    }

    private static String kind(EngineInfo.Device device) {
        return device.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String existing(Path folder) {
        return SafeText.line(folder.toString()) + (Files.isDirectory(folder) ? "" : " (not there yet)");
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    private static String javaHome() {
        return System.getProperty("java.home", "");
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** For programs. */
    ObjectNode json() {
        var root = Json.object().put("ponder", installation.version());
        root.put("java", Runtime.version().toString()).put("javaHome", javaHome());
        root.put("system", system()).put("processors", processors());
        root.set("engine", engine == null ? null : json(engine));
        root.put("dataFolder", installation.paths().data().toString());
        root.put("modelsFolder", installation.paths().models().toString());
        var ids = root.putArray("models");
        models.forEach(ids::add);
        root.putObject("demoModel")
                .put("file", demo.file() == null ? null : demo.file().toString())
                .put("state", demo.state().name().toLowerCase(Locale.ROOT));
        return root;
    }

    private static ObjectNode json(EngineInfo engine) {
        var node = Json.object()
                .put("llamaVersion", engine.llamaVersion())
                .put("nativesFolder", engine.nativesFolder())
                .put("systemInfo", engine.systemInfo());
        var backends = node.putArray("backends");
        engine.backends().forEach(backends::add);
        var devices = node.putArray("devices");
        for (var device : engine.devices()) {
            devices.addObject()
                    .put("name", device.name())
                    .put("description", device.description())
                    .put("kind", kind(device))
                    .put("freeBytes", device.freeBytes())
                    .put("totalBytes", device.totalBytes());
        }
        var missing = node.putArray("missing");
        engine.problems().forEach(missing::add);
        return node;
    }
}
