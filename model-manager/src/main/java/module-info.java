import org.jspecify.annotations.NullMarked;

/** The models that are installed, where they lie, and how they get there. */
@NullMarked
module dev.ponder.models {
    requires static transitive org.jspecify;
    requires transitive dev.ponder.gguf;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;

    exports dev.ponder.downloads;
    exports dev.ponder.downloads.net;
    exports dev.ponder.downloads.work;
    exports dev.ponder.models;
}
