package dev.ponder.ui.chat;

import dev.ponder.attachments.Attachment;
import dev.ponder.attachments.AttachmentException;
import dev.ponder.attachments.AttachmentReader;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Said;
import dev.ponder.replies.Weight;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files for the message that is written, has it weighed, and refuses what does not fit, with the figures. Belongs to
 * the JavaFX thread.
 */
final class Enclosing {

    private final ComposerViewModel composer;
    private final ChatService chat;
    private final Tasks tasks;
    private final Notices notices;

    Enclosing(ComposerViewModel composer, ChatService chat, Tasks tasks, Notices notices) {
        this.composer = composer;
        this.chat = chat;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** What became of files. */
    private record Read(Enclosed enclosed, @Nullable Weight weight, List<String> refusals) {}

    /** Adds files to the message that is written in a conversation. */
    void attach(long conversation, List<Path> files) {
        var before = new Said(
                composer.textProperty().get(), composer.enclosedProperty().get());
        notices.dismiss(Kind.ATTACHMENT);
        composer.setReading(true);
        tasks.call(() -> read(conversation, before, files), this::onRead, failure -> {
            composer.setReading(false);
            notices.show(Kind.ATTACHMENT, failure);
        });
    }

    private Read read(long conversation, Said before, List<Path> files) throws Exception {
        var refusals = new ArrayList<String>();
        var said = before;
        var weight = chat.weigh(conversation, said).orElse(null);
        for (var file : files) {
            try {
                var more = new ArrayList<>(said.enclosed().attachments());
                more.add(AttachmentReader.read(file));
                var tried = new Said(said.text(), said.enclosed().with(more));
                var heavier = chat.weigh(conversation, tried).orElse(null);
                if (heavier != null && !heavier.fits()) {
                    refusals.add(tooMuch(more.getLast(), heavier));
                } else {
                    said = tried;
                    weight = heavier;
                }
            } catch (AttachmentException refused) {
                refusals.add(refused.sentence());
            }
        }
        return new Read(said.enclosed(), weight, refusals);
    }

    private static String tooMuch(Attachment refused, Weight weight) {
        int tokens = weight.attachments().getLast();
        var alone = weight.alone();
        return Texts.of("writing.attach.toomuch", refused.name(), tokens, alone.free() + tokens, alone.contextSize());
    }

    private void onRead(Read read) {
        composer.setReading(false);
        composer.enclosedProperty().set(read.enclosed());
        composer.setWeight(read.weight());
        if (!read.refusals().isEmpty()) {
            notices.show(Notice.of(Kind.ATTACHMENT, Severity.WARNING, String.join(" ", read.refusals())));
        }
    }

    /** Counts anew, as when another model counts otherwise. */
    void weigh(long conversation) {
        var said = new Said(
                composer.textProperty().get(), composer.enclosedProperty().get());
        if (said.enclosed().attachments().isEmpty()) {
            composer.setWeight(null);
            return;
        }
        tasks.call(
                () -> chat.weigh(conversation, said),
                weight -> {
                    if (composer.enclosedProperty().get().equals(said.enclosed())) {
                        composer.setWeight(weight.orElse(null));
                    }
                },
                failure -> composer.setWeight(null));
    }
}
