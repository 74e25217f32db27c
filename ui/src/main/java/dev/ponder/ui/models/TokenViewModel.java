package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.net.StoredTokens;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The access token of one hub. What is typed is forgotten as soon as it is kept. Belongs to the JavaFX thread. */
public final class TokenViewModel {

    private final Hub hub;
    private final TokenService tokens;
    private final Tasks tasks;
    private final Notices notices;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(Texts.of("settings.token.none"));
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();

    /** Makes the view model, and looks whether there is a token. */
    public TokenViewModel(Hub hub, TokenService tokens, Tasks tasks, Notices notices) {
        this.hub = hub;
        this.tokens = tokens;
        this.tasks = tasks;
        this.notices = notices;
        tasks.call(() -> tokens.hasToken(hub), this::onKnown, failure -> notices.show(Kind.SETTINGS, failure));
    }

    /** What is typed. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** One sentence: whether there is a token and how long it stays, or what is wrong with what was typed. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there is a token. */
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Keeps what is typed. */
    public void keep() {
        var token = typed.get().strip();
        if (!StoredTokens.isToken(token)) {
            state.set(Texts.of("settings.token.wrong"));
            return;
        }
        tasks.call(() -> tokens.keepToken(hub, token), this::onKept, failure -> notices.show(Kind.SETTINGS, failure));
    }

    /** Forgets the token. */
    public void remove() {
        tasks.run(() -> tokens.removeToken(hub), () -> onKnown(false), failure -> notices.show(Kind.SETTINGS, failure));
    }

    private void onKnown(boolean known) {
        kept.set(known);
        state.set(Texts.of(known ? "settings.token.kept" : "settings.token.none"));
    }

    private void onKept(StoredTokens.Kept how) {
        typed.set("");
        kept.set(true);
        state.set(Texts.of(
                switch (how) {
                    case IN_THE_SECRET_STORE -> "settings.token.kept";
                    case UNTIL_PONDER_ENDS -> "settings.token.brief";
                }));
    }
}
