package dev.ponder.engine.host;

/** The way down when a GPU gives trouble: the layers asked for, half of them, none. */
final class GpuSteps {

    private GpuSteps() {}

    /**
     * The next step down.
     *
     * @param asked layers the user asked for; negative for all
     * @param current layers that failed
     * @param modelLayers layers of the model
     * @return fewer layers; 0 for the CPU alone
     */
    static int below(int asked, int current, int modelLayers) {
        int most = asked < 0 || asked > modelLayers ? modelLayers : asked;
        int half = most / 2;
        boolean above = current < 0 || current > half;
        return above ? half : 0;
    }
}
