package dev.ponder.models.catalog;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import java.util.List;
import java.util.Optional;

/**
 * One quantisation of a model: a file, or several that belong together.
 *
 * @param quantisation its label, for example {@code Q4_K_M}
 * @param repository on Hugging Face, {@code owner/name}
 * @param revision the commit at which the sizes and hashes were read; empty where that is not known, and then the
 *     repository's main branch is asked
 * @param modelScope the repository on ModelScope that holds the same bytes, where one is known
 * @param confidence where the hashes are known from
 * @param note something to know about this file, as a sentence
 * @param parts in the order of their numbers; the first is the one to open
 */
public record CatalogFile(
        String quantisation,
        String repository,
        Optional<String> revision,
        Optional<String> modelScope,
        HashConfidence confidence,
        Optional<String> note,
        List<CatalogPart> parts) {

    public CatalogFile {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a model has at least one file");
        }
    }

    /** Bytes of all parts. */
    public long bytes() {
        return parts.stream().mapToLong(CatalogPart::bytes).sum();
    }

    /** Whether every part's hash is known before the server is asked. */
    public boolean isPinned() {
        return parts.stream().allMatch(part -> part.sha256().isPresent());
    }

    /** The repository on Hugging Face, at the pinned commit where there is one. */
    public Repository onHuggingFace() {
        return repository(Hub.HUGGING_FACE, repository, revision);
    }

    /** Where a part can be fetched: Hugging Face first, then ModelScope where that has it. */
    public List<Source> sources(CatalogPart part) {
        Source first = new Source.InRepository(onHuggingFace(), part.path());
        return modelScope
                // its commits are others than Hugging Face's
                .map(name -> List.of(
                        first, (Source) new Source.InRepository(Repository.latest(Hub.MODEL_SCOPE, name), part.path())))
                .orElse(List.of(first));
    }

    private static Repository repository(Hub hub, String name, Optional<String> revision) {
        return new Repository(hub, name, revision.orElse(Repository.defaultRevision(hub)));
    }
}
