package juesuan.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void aFailureTellsHowToRepeatIt() {
        List<Integer> tried = new ArrayList<>();
        Throwable failure = catchThrowable(() -> small(17, tried));
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining(
            "Seed 17, try " + tried.size() + " of 500: not true of " + tried.get(tried.size() - 1) + "\n")
            .hasMessageContaining("mvn -o test -Dtest=NoTest -Dseed=17\n").hasMessageContaining("too large").hasRootCauseMessage("too large");
        assertThat(tried).as("the tries before the failing one").hasSizeGreaterThan(1);
        List<Integer> again = new ArrayList<>();
        assertThat(catchThrowable(() -> small(17, again))).hasMessage(failure.getMessage());
        assertThat(again).isEqualTo(tried);
    }

    private static void small(long seed, List<Integer> tried) {
        Seeds.forAll(seed, "NoTest", 500, seeds -> seeds.number(0, 1000), number -> {
            tried.add(number);
            if (number > 990) {
                throw new IllegalStateException("too large");
            }
        });
    }

    @Test
    void aFailureShowsWhatCannotBeSeen() {
        assertThatThrownBy(() -> Seeds.forAll(1, "NoTest", 1, seeds -> "局 \u202E\uD842\u0000e\u0301", text -> {
            throw new AssertionError("no");
        })).hasMessageContaining("not true of 局 \\u202E\\uD842\\u0000e\\u0301\n");
    }

    @Test
    void everyTryIsMade() {
        assertThat(drawn(seeds -> 1, 300)).hasSize(300);
    }

    @Test
    void theEndsOfARangeAreDrawn() {
        assertThat(drawn(seeds -> seeds.number(-70_000, 90_000), 500)).contains(-70_000, -69_999, -2, -1, 0, 1, 2, 89_999, 90_000)
            .allMatch(number -> number >= -70_000 && number <= 90_000);
        assertThat(drawn(seeds -> seeds.number(5, 7), 100)).containsOnly(5, 6, 7).contains(5, 6, 7);
        assertThat(drawn(seeds -> seeds.number(-7, -5), 100)).containsOnly(-7, -6, -5).contains(-7, -6, -5);
        assertThat(drawn(seeds -> seeds.number(4, 4), 10)).containsOnly(4);
    }

    @Test
    void decimalsAreLargeAndSmall() {
        BigDecimal most = new BigDecimal("99999999999");
        List<BigDecimal> drawn = drawn(seeds -> seeds.decimal(most.negate(), most, 2), 500);
        assertThat(drawn).allMatch(number -> number.scale() == 2 && number.abs().compareTo(most) <= 0)
            .contains(most.setScale(2), most.negate().setScale(2), new BigDecimal("0.00"), new BigDecimal("-0.01"), new BigDecimal("0.01"));
        for (String under : List.of("10", "1000", "1000000", "1000000000")) {
            BigDecimal limit = new BigDecimal(under);
            assertThat(drawn).as("of the size of " + under).anyMatch(number ->
                number.abs().compareTo(limit) < 0 && number.abs().compareTo(limit.movePointLeft(1)) >= 0);
        }
    }

    @Test
    void textsAreOfEveryLengthAndEveryKindOfCharacter() {
        List<String> drawn = drawn(seeds -> seeds.text(20), 500);
        Set<Integer> lengths = new HashSet<>();
        Set<Integer> kinds = new HashSet<>();
        for (String text : drawn) {
            lengths.add(text.codePointCount(0, text.length()));
            text.codePoints().map(Character::getType).forEach(kinds::add);
        }
        assertThat(lengths).contains(0, 1, 2, 19, 20);
        assertThat(kinds).contains((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE, (int) Character.UNASSIGNED,
            (int) Character.PRIVATE_USE, (int) Character.OTHER_LETTER, (int) Character.DECIMAL_DIGIT_NUMBER, (int) Character.NON_SPACING_MARK);
        assertThat(String.join("", drawn).codePoints()).as("characters of two chars").anyMatch(Character::isSupplementaryCodePoint);
    }

    @Test
    void listsAreOfEveryLength() {
        assertThat(drawn(seeds -> seeds.list(0, 3, seeds::flip).size(), 100)).containsOnly(0, 1, 2, 3).contains(0, 1, 2, 3);
    }

    /** With one seed: what is drawn here is the same each time. */
    private static <T> List<T> drawn(Function<Seeds, T> values, int tries) {
        List<T> drawn = new ArrayList<>();
        Seeds.forAll(20230815, "SeedsTest", tries, values, drawn::add);
        return drawn;
    }
}
