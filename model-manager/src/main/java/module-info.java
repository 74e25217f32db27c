import org.jspecify.annotations.NullMarked;

/** The models that are installed, where they lie, and how they get there. */
@NullMarked
module dev.ponder.models {
    requires static transitive org.jspecify;
    requires transitive dev.ponder.gguf;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    // the bin of Windows and macOS
    requires java.desktop;

    exports dev.ponder.downloads;
    exports dev.ponder.downloads.net;
    exports dev.ponder.downloads.work;
    exports dev.ponder.models;
    exports dev.ponder.models.adoption;
    exports dev.ponder.models.bin;
    exports dev.ponder.models.catalog;
    exports dev.ponder.models.fit;
}
