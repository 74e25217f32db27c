package dev.ponder.models.bin;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;

/** The bin of Windows and macOS, by Java's own door to it. AWT is loaded when something is deleted, not before. */
final class DesktopBin implements Bin {

    @Override
    public void take(Path file) throws IOException {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.MOVE_TO_TRASH)) {
            throw new IOException("this system has no bin that programs can use");
        }
        if (!Desktop.getDesktop().moveToTrash(file.toFile())) {
            throw new IOException("the system's bin did not take " + file);
        }
    }
}
