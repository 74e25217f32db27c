import org.jspecify.annotations.NullMarked;

/** The entry point and the window. */
@NullMarked
module dev.ponder.ui {
    requires static transitive org.jspecify;
    requires dev.ponder.app;

    exports dev.ponder.ui;
}
