package dev.ponder.ui.chat;

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
     * @param facts about it
     */
    record Ready(ModelFacts facts) implements ModelState {}

    /**
     * One could not be loaded.
     *
     * @param id as it was chosen
     * @param name for people
     * @param failure why
     */
    record Failed(String id, String name, Exception failure) implements ModelState {}
}
