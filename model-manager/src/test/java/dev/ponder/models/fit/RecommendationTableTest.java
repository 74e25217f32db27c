package dev.ponder.models.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.models.catalog.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is recommended for computers that people have, as {@code docs/models.md} shows it. */
class RecommendationTableTest {

    private static final Catalog CATALOG = Catalog.bundled();

    @Test
    void theDocumentationShowsWhatIsRecommended() throws Exception {
        var table = table();

        var page = Files.readString(Path.of(System.getProperty("ponder.root"), "docs", "models.md"));

        assertTrue(page.contains(table), "docs/models.md should have this table:\n" + table);
    }

    private static String table() {
        return "| computer | take | how it fits | tokens/s | quicker | with patience |\n|---|---|---|---|---|---|\n"
                + InventedMachine.ALL.stream().map(RecommendationTableTest::row).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(InventedMachine computer) {
        var found = recommended(computer);
        var best = found.getFirst();
        return "| " + computer.name() + " | " + name(best) + " | "
                + words(best.fit().label()) + " | "
                + pace(best.speed()) + " | " + other(found, Recommendation.Reason.QUICKER) + " | "
                + other(found, Recommendation.Reason.PATIENT) + " |";
    }

    static List<Recommendation> recommended(InventedMachine computer) {
        var speeds = SpeedBook.EMPTY.withProbe(computer.speed());
        return new Recommender(CATALOG, computer.machine(), speeds).recommend();
    }

    private static String other(List<Recommendation> found, Recommendation.Reason reason) {
        return found.stream()
                .filter(one -> one.reason() == reason)
                .findFirst()
                .map(one -> name(one) + ", " + pace(one.speed()))
                .orElse("");
    }

    private static String name(Recommendation one) {
        return one.choice().model().name() + " " + one.choice().file().quantisation();
    }

    private static String pace(SpeedEstimate speed) {
        return String.format(Locale.ROOT, "%.0f–%.0f", speed.low(), speed.high());
    }

    private static String words(FitLabel label) {
        return switch (label) {
            case FitLabel.OnGpu() -> "on the GPU";
            case FitLabel.ExpertsInMemory(var layers, var of) ->
                "experts of " + layers + " of " + of + " layers in memory";
            case FitLabel.PartlyOnGpu(var layers, var of) -> layers + " of " + of + " layers on the GPU";
            case FitLabel.InMemory() -> "in memory";
            case FitLabel.SmallerContext(var context, var then) -> words(then) + ", context " + context;
            case FitLabel.DoesNotFit(var _) -> "does not fit";
        };
    }
}
