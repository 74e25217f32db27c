import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;

/** Tries to load a model with the published java-llama.cpp; llama.cpp's own lines go to standard error. */
final class LoadWithJavaLlamaCpp {

    private LoadWithJavaLlamaCpp() {}

    public static void main(String[] arguments) {
        try (var _ = new LlamaModel(new ModelParameters().setModel(arguments[0]))) {
            System.out.println("loaded");
            // its own exception type is not public
        } catch (RuntimeException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
