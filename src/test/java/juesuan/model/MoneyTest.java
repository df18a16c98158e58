package juesuan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final int TRIES = 300;
    private static final BigDecimal MOST = new BigDecimal("99999999999");
    private static final BigDecimal HUGE = BigDecimal.valueOf(Double.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({"19550.00, 1.96", "19549.99, 1.95", "-19550.00, -1.96", "49.99, 0.00", "50.00, 0.01"})
    void printsTwoDecimalsHalfUp(BigDecimal yuan, BigDecimal wan) {
        assertThat(new Money(yuan).printedWan()).isEqualTo(wan);
    }

    @Test
    void refusesWhatIsFinerThanOneFen() {
        assertThatThrownBy(() -> new Money(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("0.0000001"), MoneyUnit.WAN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bothUnitsMeanTheSame() {
        Seeds.forAll(TRIES, MoneyTest::yuan, yuan ->
            assertThat(Money.of(yuan.movePointLeft(4), MoneyUnit.WAN)).isEqualTo(Money.of(yuan, MoneyUnit.YUAN)));
    }

    @Test
    void printedFiguresStayAsTheyAre() {
        Seeds.forAll(TRIES, MoneyTest::yuan, yuan -> {
            Money printed = new Money(yuan).asPrinted();
            assertThat(printed.asPrinted()).isEqualTo(printed);
            assertThat(printed.yuan().subtract(yuan).abs()).isLessThanOrEqualTo(new BigDecimal("50"));
        });
    }

    private static BigDecimal yuan(Seeds seeds) {
        return seeds.decimal(MOST.negate(), MOST, 2);
    }

    @Test
    void arithmeticRemembersEveryCell() {
        record Two(BigDecimal a, BigDecimal b) {
        }
        Seeds.forAll(TRIES, seeds -> new Two(seeds.decimal(HUGE.negate(), HUGE, 2), seeds.decimal(HUGE.negate(), HUGE, 2)),
            two -> remembersEveryCell(two.a(), two.b()));
    }

    private static void remembersEveryCell(BigDecimal a, BigDecimal b) {
        Value left = Value.of(a, new CellRef("甲", "A1"));
        Value right = Value.of(b, new CellRef("乙", "B2"));
        for (Value result : new Value[] {left.plus(right), left.minus(right), left.times(right), left.dividedBy(right)}) {
            assertThat(result.cells()).hasSize(2);
        }
        assertThat(left.plus(right).minus(right)).isInstanceOfSatisfying(Value.Known.class,
            known -> assertThat(known.number()).isEqualByComparingTo(a));
        assertThat(left.dividedBy(Value.of(BigDecimal.ZERO))).isInstanceOf(Value.Missing.class);
    }
}
