import org.jspecify.annotations.NullMarked;

/** The application without its window. */
@NullMarked
module dev.ponder.app {
    requires static transitive org.jspecify;
    requires transitive dev.ponder.models;
    requires dev.ponder.resources;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires java.management;
    requires jdk.management;
    // Ctrl+C
    requires jdk.unsupported;
    requires transitive java.sql;
    requires org.xerial.sqlitejdbc;
    // attachments
    requires java.xml;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.fontbox;
    requires com.github.albfernandez.juniversalchardet;

    exports dev.ponder.app;
    exports dev.ponder.app.log;
    exports dev.ponder.attachments;
    exports dev.ponder.chat;
    exports dev.ponder.cli;
    exports dev.ponder.exchange;
    exports dev.ponder.hardware;
    exports dev.ponder.settings;
    exports dev.ponder.store;
    exports dev.ponder.prompts;
    exports dev.ponder.replies;
    exports dev.ponder.search;
    exports dev.ponder.session;
    exports dev.ponder.thinking;
    exports dev.ponder.tools;

    provides java.lang.System.LoggerFinder with
            dev.ponder.cli.ErrorLog;

    opens dev.ponder.cli to
            info.picocli;
}
