package dev.ponder.resources;

import java.nio.file.Path;
import java.util.Optional;

/** The demo model: a tiny model of Qwen3's architecture, trained for Ponder, that really thinks. A toy, not Qwen. */
public final class DemoModel {

    /** The id by which people name it. */
    public static final String ID = "demo";

    private DemoModel() {}

    /**
     * The file in this installation.
     *
     * @return empty where the installation is damaged
     */
    public static Optional<Path> file() {
        return Optional.empty();
    }
}
