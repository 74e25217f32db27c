package dev.ponder.downloads;

import java.net.URI;
import java.util.Optional;

/**
 * Where one file can be fetched. The texts that {@link #parse} takes and {@code toString} gives are
 * {@code hf:OWNER/REPO/FILE@REVISION}, {@code modelscope:OWNER/REPO/FILE@REVISION} and addresses; the revision may be left
 * out.
 */
public sealed interface Source {

    /**
     * A file of a repository.
     *
     * @param repository with its revision
     * @param file path within the repository, separated by {@code /}
     */
    record InRepository(Repository repository, String file) implements Source {
        public InRepository {
            SourceText.requirePlainPath(file);
        }

        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /**
     * Any address; HTTPS, or HTTP on this computer's own loopback.
     *
     * @param address without user and fragment
     */
    record Address(URI address) implements Source {
        public Address {
            if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException("not the address of a file: " + address);
            }
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** The file's path within its repository or the last part of its address. Never to be used as a path here. */
    default String fileName() {
        var path =
                switch (this) {
                    case InRepository in -> in.file();
                    case Address at -> at.address().getPath();
                };
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A file on Hugging Face. */
    static Source huggingFace(String repository, String revision, String file) {
        return new InRepository(new Repository(Hub.HUGGING_FACE, repository, revision), file);
    }

    /** A file on ModelScope. */
    static Source modelScope(String repository, String revision, String file) {
        return new InRepository(new Repository(Hub.MODEL_SCOPE, repository, revision), file);
    }

    /**
     * Reads what somebody typed or pasted. An address of a file's page or of its bytes on Hugging Face or ModelScope becomes
     * that file of that repository; an address elsewhere in Hugging Face's form becomes a file of a mirror.
     *
     * @return empty where the text is no source
     */
    static Optional<Source> parse(String text) {
        return SourceText.parse(text.strip());
    }
}
