package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {

    private static final int TRIES = 300;

    @ParameterizedTest(name = "{0} → {2} / {3} / {4}")
    @CsvSource(delimiter = '|', value = {
        "1234567.5 | 2 | 1,234,567.50 | 1,234,567.5 | 1234567.50",
        "4480      | 2 | 4,480.00     | 4,480       | 4480.00",
        "100       | 2 | 100.00       | 100         | 100.00",
        "-1000     | 2 | -1,000.00    | -1,000      | -1000.00",
        "0         | 2 | 0.00         | 0           | 0.00",
        "-0.004    | 2 | 0.00         | 0           | 0.00",
        "0.005     | 2 | 0.01         | 0.01        | 0.01",
        "-0.005    | 2 | -0.01        | -0.01       | -0.01",
        "2.449999  | 1 | 2.4          | 2.4         | 2.4",
        "2.45      | 1 | 2.5          | 2.5         | 2.5",
        "99.95     | 1 | 100.0        | 100         | 100.0",
        "999999.5  | 0 | 1,000,000    | 1,000,000   | 1000000",
        "1200      | 0 | 1,200        | 1,200       | 1200",
    })
    void writes(BigDecimal number, int decimals, String grouped, String trimmed, String plain) {
        assertThat(new NumberStyle(decimals, false, true, null).format(number)).isEqualTo(grouped);
        assertThat(new NumberStyle(decimals, true, true, null).format(number)).isEqualTo(trimmed);
        assertThat(new NumberStyle(decimals, false, false, null).format(number)).isEqualTo(plain);
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        record Written(BigDecimal number, boolean trim, boolean grouping) {
        }
        BigDecimal most = new BigDecimal("99999999999.99");
        Seeds.forAll(TRIES, seeds -> new Written(seeds.decimal(most.negate(), most, 2), seeds.flip(), seeds.flip()), written -> {
            String text = new NumberStyle(2, written.trim(), written.grouping(), null).format(written.number());
            assertThat(new BigDecimal(text.replace(",", ""))).isEqualByComparingTo(written.number());
            assertThat(text).matches("-?(\\d{1,3}(,\\d{3})*|\\d+)(\\.\\d{1,2})?");
            assertThat(text).doesNotMatch("-0(\\.0+)?").doesNotMatch(written.trim() ? ".*\\.\\d*0" : "\\d+");
        });
    }

    @Test
    void roundsOnceAndHalfUp() {
        record Rounded(BigDecimal number, int decimals) {
        }
        BigDecimal most = new BigDecimal("100000");
        Seeds.forAll(TRIES, seeds -> {
            int decimals = seeds.number(0, 6);
            // With one digit more than is kept, every tenth number lies halfway.
            return new Rounded(seeds.decimal(most.negate(), most, seeds.flip() ? 8 : decimals + 1), decimals);
        }, rounded ->
            assertThat(new BigDecimal(new NumberStyle(rounded.decimals(), false, false, null).format(rounded.number())))
                .isEqualByComparingTo(rounded.number().setScale(rounded.decimals(), RoundingMode.HALF_UP)));
    }
}
