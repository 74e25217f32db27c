package dev.ponder.engine.host;

import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;

/** A front process that waits to be killed while its engine is inside native code. */
final class ParentProgram {

    private ParentProgram() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder, ScriptedChild.class),
                SupervisorListener.NONE,
                FailureMemory.untilExit());
        engine.load(LoadRequest.of(folder.resolve("any")).withGpuLayers(0), LoadObserver.NONE);
        EventLog<GenerationEvent> reply = EventLog.ofReply();
        engine.generate(GenerationRequest.of(new Prompt(List.of(new Prompt.Text("sleep"))), ReplyStart.ANSWER), reply);
        reply.await(GenerationEvent.AnswerText.class);
        System.out.println(engine.pid().orElseThrow());
        Thread.currentThread().join();
    }
}
