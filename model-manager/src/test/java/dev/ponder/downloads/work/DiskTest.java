package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.SmallDisk;
import dev.ponder.downloads.WayOn;
import dev.ponder.downloads.disk.Reservation;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full disks, folders that are gone, names that are taken. */
class DiskTest {

    private static final Content CONTENT = new Content(5_500_000, 1);
    private static final long MB = 1_000_000;
    private static final Pace SLOW = new Pace(8_000_000);

    @TempDir
    private Path folder;

    @Test
    void withoutRoomNothingIsFetched() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 4 * MB);
                var bench = new Workbench(disk.folder(), CONTENT)) {
            var download = bench.start(CONTENT);
            var why = assertThrows(DiskException.DiskFull.class, download::await);
            assertTrue(why.getMessage().contains("Free 2 MB and resume"), why.getMessage());
            assertEquals(0, bench.server().ledger().total());
            disk.remount("size=" + 8 * MB);
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void someRoomIsLeftForOthers() throws Exception {
        var leavesRoom = new DownloadSettings(
                1 << 20, 64 << 10, 3 * MB, 4, 8, 3, 4, Duration.ofMillis(20), Duration.ofMinutes(15));
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 8 * MB);
                var bench = new Workbench(disk.folder(), CONTENT).with(leavesRoom)) {
            var why = assertThrows(DiskException.DiskFull.class, () -> bench.fetch(CONTENT));
            assertTrue(why.missing() >= MB / 2 && why.missing() < 2 * MB, why.missing() + " bytes");
            disk.remount("size=" + 10 * MB);
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void roomThatWasReservedCannotBeTakenByOthers() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 8 * MB);
                var bench = new Workbench(disk.folder(), CONTENT).with(Reservation.ofThisSystem())) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(MB);
            assumeTrue(Files.getFileStore(disk.folder()).getUsableSpace() < 3 * MB, "this system reserves nothing");
            // the rest, but for what the journal needs
            Files.write(disk.folder().resolve("ballast"), new byte[(int) (2 * MB)]);
            download.await();
            Files.delete(disk.folder().resolve("ballast"));
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aDiskThatOthersFillInMidFileIsToldAndGoesOnOnceThereIsRoom() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 8 * MB);
                var bench = new Workbench(disk.folder(), CONTENT)) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(2 * MB);
            var ballast = disk.folder().resolve("ballast");
            Files.write(ballast, new byte[(int) (4 * MB)]);
            var why = assertThrows(DiskException.DiskFull.class, download::await);
            assertEquals(WayOn.FREE_SPACE, why.wayOn());
            assertFalse(Files.exists(bench.target()));
            assertTrue(download.progress().bytes() > MB, download.progress().toString());
            Files.delete(ballast);
            bench.awaitQuiet();
            long kept = download.progress().bytes();
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
            assertEquals(CONTENT.size() - kept + 1, bench.server().ledger().total());
        }
    }

    @Test
    void aFolderThatIsGoneIsNotMadeAnew() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            Files.delete(bench.folder());
            var download = bench.start(CONTENT);
            var why = assertThrows(DiskException.FolderGone.class, download::await);
            assertEquals(WayOn.FIND_FOLDER, why.wayOn());
            assertFalse(Files.exists(bench.folder()), "it may be where a disk is mounted");
            Files.createDirectory(bench.folder());
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aFolderThatGoesInMidFileIsTold() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(2 * MB);
            var away = folder.resolve("away");
            Files.move(bench.folder(), away);
            assertThrows(DiskException.FolderGone.class, download::await);
            assertFalse(Files.exists(bench.folder()));
            Files.move(away, bench.folder());
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 8 * MB);
                var bench = new Workbench(disk.folder(), CONTENT)) {
            disk.remount("ro");
            assertThrows(DiskException.NotWritable.class, () -> bench.fetch(CONTENT));
            disk.remount("rw");
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void whatHasTheNameAlreadyStays() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            Files.writeString(bench.target(), "mine");
            assertThrows(DiskException.NameTaken.class, () -> bench.fetch(CONTENT));
            assertEquals("mine", Files.readString(bench.target()));
            Files.delete(bench.target());
            Files.createDirectory(bench.target());
            assertThrows(DiskException.NameTaken.class, () -> bench.fetch(CONTENT));
            assertEquals(0, bench.server().ledger().total());
        }
    }

    @Test
    void symbolicLinksAreNotFollowed() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
            Files.createSymbolicLink(bench.target(), elsewhere);
            assertThrows(DiskException.NameTaken.class, () -> bench.fetch(CONTENT));
            Files.delete(bench.target());
            var part = bench.folder().resolve(Workbench.FILE + ".part");
            Files.createSymbolicLink(part, elsewhere);
            assertThrows(DiskException.NameTaken.class, () -> bench.fetch(CONTENT));
            assertEquals("mine", Files.readString(elsewhere));
        }
    }
}
