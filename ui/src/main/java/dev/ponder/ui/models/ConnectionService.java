package dev.ponder.ui.models;

import dev.ponder.downloads.net.Connection;
import java.util.List;

/** Every connection that was made. */
@FunctionalInterface
public interface ConnectionService {

    /** What was noted, the newest first. Blocks while files are read. */
    List<Connection> connections();
}
