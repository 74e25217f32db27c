package dev.ponder.ui.models;

import dev.ponder.downloads.net.Connection;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every connection that was made. Belongs to the JavaFX thread. */
public final class ConnectionsViewModel {

    private final ConnectionService service;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<Connection> connections = FXCollections.observableArrayList();

    /** Makes the view model. */
    public ConnectionsViewModel(ConnectionService service, Tasks tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Those noted at the last look, the newest first. */
    public ObservableList<Connection> connections() {
        return connections;
    }

    /** Looks anew. */
    public void refresh() {
        tasks.call(service::connections, connections::setAll, failure -> notices.show(Kind.MODEL, failure));
    }
}
