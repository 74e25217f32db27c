package dev.ponder.models.adoption;

import java.io.IOException;
import java.util.List;

/** Where another program keeps its models. */
interface ModelPlace {

    /**
     * The files there; empty where the program never was.
     *
     * @throws IOException if its folder is there and cannot be read
     */
    List<FoundFile> files() throws IOException;
}
