package dev.ponder.downloads.work;

import dev.ponder.downloads.disk.Journal;
import dev.ponder.downloads.disk.PartPaths;

/**
 * What the threads of one download work on together.
 *
 * @param means shared with other downloads
 * @param paths of its files
 * @param expected what it must come to
 * @param isReserved whether the part file has its room on the disk
 * @param sources where it comes from
 * @param board who fetches what
 * @param journal what is there
 * @param status how far it is
 */
record Assembly(
        Means means,
        PartPaths paths,
        Expected expected,
        boolean isReserved,
        Sources sources,
        Board board,
        Journal journal,
        Status status) {}
