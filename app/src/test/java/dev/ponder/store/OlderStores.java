package dev.ponder.store;

/** Stores as an earlier Ponder made them. */
public final class OlderStores {

    private OlderStores() {}

    /** A store of an earlier schema version. */
    public static Store open(StoreFiles files, int version) throws StoreException {
        return Store.open(
                files, new Migrations(Migrations.ofThisProgram().scripts().subList(0, version)));
    }
}
