package dev.ponder.downloads;

import java.util.regex.Pattern;

/**
 * A repository of models at one revision.
 *
 * @param hub who keeps it
 * @param name {@code owner/name}
 * @param revision a commit, a tag or a branch; a commit of 40 hexadecimal digits does not move
 */
public record Repository(Hub hub, String name, String revision) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][\\w./-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    public Repository {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("not the name of a repository: " + name);
        }
        if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
            throw new IllegalArgumentException("not a revision: " + revision);
        }
    }

    /** A repository at the revision that its hub shows first. */
    public static Repository latest(Hub hub, String name) {
        return new Repository(hub, name, defaultRevision(hub));
    }

    /** The branch that a hub serves where nobody names a revision. */
    public static String defaultRevision(Hub hub) {
        return switch (hub) {
            case Hub.HuggingFace _, Hub.Mirror _ -> "main";
            case Hub.ModelScope _ -> "master";
        };
    }

    /** Whether the revision is a commit, so that the same bytes come at any time. */
    public boolean isPinned() {
        return COMMIT.matcher(revision).matches();
    }

    /** The same repository at another revision. */
    public Repository at(String otherRevision) {
        return new Repository(hub, name, otherRevision);
    }
}
