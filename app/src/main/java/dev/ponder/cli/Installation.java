package dev.ponder.cli;

import dev.ponder.app.PonderPaths;
import dev.ponder.models.ModelLibrary;

/**
 * What is installed where.
 *
 * @param version Ponder's
 * @param paths where it keeps its files
 * @param library the models on this computer
 */
record Installation(String version, PonderPaths paths, ModelLibrary library) {}
