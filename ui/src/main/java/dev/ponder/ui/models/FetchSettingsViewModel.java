package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.settings.FetchSettings;
import dev.ponder.settings.FetchSettings.FirstSource;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.net.URI;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How models are fetched; what is typed is written as soon as it makes sense. Belongs to the JavaFX thread. */
public final class FetchSettingsViewModel {

    private static final long MEGABYTE = 1_000_000;
    private static final long MOST_MEGABYTES = 1_000_000;

    private final SettingsFile file;
    private final LongConsumer speed;
    private final Tasks tasks;
    private final Notices notices;
    private final ObjectProperty<FirstSource> source;
    private final StringProperty mirror;
    private final StringProperty limit;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * Makes the view model with what the file says.
     *
     * @param speed limits downloads that are under way, in bytes a second
     */
    public FetchSettingsViewModel(SettingsFile file, LongConsumer speed, Tasks tasks, Notices notices) {
        this.file = file;
        this.speed = speed;
        this.tasks = tasks;
        this.notices = notices;
        var now = file.settings().fetch();
        source = new SimpleObjectProperty<>(now.source());
        mirror = new SimpleStringProperty(now.mirror());
        limit = new SimpleStringProperty(
                now.bytesPerSecond() == 0 ? "" : String.valueOf(now.bytesPerSecond() / MEGABYTE));
        source.subscribe((_, _) -> keep());
        mirror.subscribe((_, _) -> keep());
        limit.subscribe((_, _) -> keep());
    }

    /** Who is asked first. */
    public ObjectProperty<FirstSource> sourceProperty() {
        return source;
    }

    /** The mirror's address, as typed; empty for none. */
    public StringProperty mirrorProperty() {
        return mirror;
    }

    /** The limit in megabytes a second, as typed; empty for none. */
    public StringProperty limitProperty() {
        return limit;
    }

    /** What does not make sense; empty where everything does. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void keep() {
        var megabytes = typedLimit();
        if (megabytes.isEmpty()) {
            problem.set(Texts.of("settings.limit.wrong"));
        } else if (!isAddress(mirror.get().strip())) {
            problem.set(Texts.of("settings.mirror.wrong"));
        } else {
            problem.set("");
            var typed = new FetchSettings(
                    megabytes.get() * MEGABYTE, source.get(), mirror.get().strip());
            tasks.run(
                    () -> file.update(settings -> settings.withFetch(typed)),
                    () -> speed.accept(typed.bytesPerSecond()),
                    failure -> notices.show(Kind.SETTINGS, failure));
        }
    }

    private Optional<Long> typedLimit() {
        var typed = limit.get().strip();
        if (typed.isEmpty()) {
            return Optional.of(0L);
        }
        return Optional.of(typed)
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Long::valueOf)
                .filter(megabytes -> megabytes > 0 && megabytes <= MOST_MEGABYTES);
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException _) {
            // half typed
            return false;
        }
    }
}
