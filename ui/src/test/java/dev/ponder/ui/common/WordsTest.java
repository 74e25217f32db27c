package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "أما أكبر مدينة فهي (الدار البيضاء)، ويتجاوز عدد سكانها 3.3 مليون نسمة.",
                "שלום עולם, איך אתה היום? I am fine: תודה רבה לך!",
                "أنا أحب Java و Python كثيرا، وأكتب `x = 1` كل يوم",
                "«كل»  عدد   🙂 字 שלום\tأما،  50% من ב a-b ب ب ب ب ب ب ب ب ب ب ب ب "
            })
    void wrapsTextThatIsReadFromTheRightAtEveryWidth(String text) {
        assertEquals(text, String.join("", Words.of(text)));
        Headless.run(() -> {
            for (double width = 120; width < 700; width += 4) {
                var flow = new WrappedText(text, "any");
                new Scene(new Group(flow));
                flow.resize(width, flow.prefHeight(width));
                assertDoesNotThrow(flow::layout);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    می\u200cخواهم      | می,\u200c,خواهم      | \u200c
                    a\u200bb\u00adc  | a,\u200b,b,\u00ad,c | \u200b,\u00ad
                    ok ☀\ufe0f!        | ok ☀,\ufe0f,!       | \ufe0f
                    👍🏽 ok             | 👍,🏽, ok            | 🏽
                    👩🏽\u200d👧 1\ufe0f\u20e3 | 👩🏽\u200d👧 1\ufe0f\u20e3 |
                    """)
    void cutsAtWhatNobodySees(String text, String pieces, @Nullable String invisible) {
        assertEquals(List.of(pieces.split(",")), Words.of(text));
        assertEquals(
                invisible == null ? "" : invisible,
                String.join(
                        ",", Words.of(text).stream().filter(Words::isInvisible).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "量子纠缠是指两个粒子", "🙂 ok"})
    void leavesOtherTextWhole(String text) {
        assertEquals(List.of(text), Words.of(text));
    }
}
