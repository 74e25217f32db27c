package dev.ponder.session;

/** What becomes of the model. */
public sealed interface ModelState {

    /** None is chosen. */
    record None() implements ModelState {}

    /**
     * One is being loaded.
     *
     * @param name for people
     * @param fraction from 0 to 1
     */
    record Loading(String name, double fraction) implements ModelState {}

    /**
     * One can be talked to.
     *
     * @param model which
     */
    record Ready(LoadedModel model) implements ModelState {}

    /**
     * One could not be loaded.
     *
     * @param id as it was chosen
     * @param name for people
     * @param failure why; its message is a sentence for the user
     */
    record Failed(String id, String name, Exception failure) implements ModelState {}
}
