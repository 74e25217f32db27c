import org.jspecify.annotations.NullMarked;

/** The entry point and the window. */
@NullMarked
module dev.ponder.ui {
    requires static transitive org.jspecify;
    requires dev.ponder.app;
    requires dev.ponder.resources;
    requires javafx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    exports dev.ponder.ui;
}
