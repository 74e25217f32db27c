package dev.ponder.downloads.work;

import dev.ponder.downloads.disk.DiskSpace;
import dev.ponder.downloads.disk.Reservation;
import java.util.random.RandomGenerator;

/**
 * What all downloads of a process share.
 *
 * @param settings limits
 * @param door to the network
 * @param speed of all together
 * @param share of connections
 * @param space on disks
 * @param reservation how room on a disk is taken
 * @param timing of pauses
 * @param random spreads pauses
 */
record Means(
        DownloadSettings settings,
        Remote.Door door,
        SpeedLimit speed,
        ConnectionShare share,
        DiskSpace space,
        Reservation reservation,
        Timing timing,
        RandomGenerator random) {}
