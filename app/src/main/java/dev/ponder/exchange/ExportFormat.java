package dev.ponder.exchange;

/** What a conversation can be written as. */
public enum ExportFormat {
    /** To be read: the branch that is shown. */
    MARKDOWN("md"),
    /** Complete: all branches and facts. Ponder reads it back. */
    JSON("json"),
    /** To be read in a browser: the branch that is shown. */
    HTML("html");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** What the names of such files end in, without the point. */
    public String extension() {
        return extension;
    }
}
