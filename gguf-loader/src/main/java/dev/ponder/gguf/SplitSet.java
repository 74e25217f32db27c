package dev.ponder.gguf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Finds and checks the parts of a split model, by the keys {@code split.no}, {@code split.count} and the names. */
final class SplitSet {
    private final GgufFile first;
    private final SplitName name;

    private SplitSet(GgufFile first, SplitName name) {
        this.first = first;
        this.name = name;
    }

    /** The file alone, or all parts in order if it is the first of several. */
    static List<GgufFile> of(Path file) throws GgufException {
        var first = GgufFile.read(file);
        var refusal = first.metadata().refusal();
        var count = first.metadata().whole("split.count").orElse(1);
        if (count < 0 || count > Limits.PARTS) {
            throw refusal.because("it claims to be split into " + count + " parts");
        }
        if (count <= 1) {
            return List.of(first);
        }
        var number = first.metadata().whole("split.no").orElse(0) + 1;
        var name = SplitName.of(file)
                .filter(found -> found.number() == number && found.count() == count)
                .orElseThrow(() -> refusal.plainly("is part " + number + " of a model split into " + count
                        + " files, and its name does not end in "
                        + new SplitName("", (int) number, (int) count).fileName()
                        + "; give all parts their names back."));
        if (number != 1) {
            throw refusal.plainly("is part " + number + " of " + count + "; choose the first part, "
                    + VisibleText.of(name.part(1).fileName()) + ".");
        }
        return new SplitSet(first, name).parts();
    }

    private List<GgufFile> parts() throws GgufException {
        // all names first, so that one message names everything that is to be fetched
        refuseIfMissing();
        var parts = new ArrayList<GgufFile>();
        parts.add(first);
        for (int number = 2; number <= name.count(); number++) {
            parts.add(part(number));
        }
        checkInventory(parts);
        return parts;
    }

    private void refuseIfMissing() throws GgufException {
        var missing = new ArrayList<String>();
        for (int number = 2; number <= name.count(); number++) {
            if (!Files.exists(path(number))) {
                missing.add(VisibleText.of(name.part(number).fileName()));
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        var more = missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "";
        throw first.metadata()
                .refusal()
                .plainly("is the first of " + name.count() + " parts, and beside it "
                        + String.join(", ", missing.subList(0, Math.min(3, missing.size()))) + more
                        + (missing.size() == 1 ? " is" : " are") + " missing; download all parts into one folder.");
    }

    private GgufFile part(int number) throws GgufException {
        var part = GgufFile.read(path(number));
        var claimed = part.metadata().whole("split.no").orElse(-1) + 1;
        if (claimed != number || part.metadata().whole("split.count").orElse(name.count()) != name.count()) {
            throw part.metadata()
                    .refusal()
                    .because("it should be part " + number + " of " + name.count() + " and says otherwise");
        }
        return part;
    }

    private void checkInventory(List<GgufFile> parts) throws GgufException {
        var names = new HashSet<String>();
        long total = 0;
        for (var part : parts) {
            for (var tensor : part.tensors()) {
                total++;
                if (!names.add(tensor.name())) {
                    throw part.metadata()
                            .refusal()
                            .because("its tensor '" + VisibleText.brief(tensor.name()) + "' is in another part too");
                }
            }
        }
        var claimed = first.metadata().whole("split.tensors.count").orElse(total);
        if (claimed != total) {
            throw first.metadata()
                    .refusal()
                    .because("all parts together should hold " + claimed + " tensors and hold " + total);
        }
    }

    private Path path(int number) {
        return first.path().resolveSibling(name.part(number).fileName());
    }
}
