package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;

/** What a reader with a calculator can check, for any two amounts. */
class ChangePropertiesTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Sample SAMPLE = Samples.longgang().without("项目支出绩效自评表");
    private static final Pattern CHANGED = Pattern.compile("支出(\\S+)万元，比上年决算数(增加|减少)(\\S+)万元，(增长|下降)(\\S+?)。主要.*");
    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Amounts(BigDecimal current, BigDecimal base) {
    }

    @Test
    void theReaderGetsTheSame() {
        Seeds.forAll(150, seeds -> new Amounts(wan(seeds), wan(seeds)), amounts -> readerGetsTheSame(amounts.current(), amounts.base()));
    }

    private static BigDecimal wan(Seeds seeds) {
        return seeds.decimal(new BigDecimal("0.000001"), new BigDecimal("99999"), 6);
    }

    private static void readerGetsTheSame(BigDecimal current, BigDecimal base) {
        String line = Told.by(NarratorTest.operating(SAMPLE, current.toPlainString(), base.toPlainString(), "业务量变化"), PACK)
            .line("2023年度本部门机关运行经费支出");
        if (line.endsWith("持平。")) {
            assertThat(seen(current)).isEqualByComparingTo(seen(base));
            assertThat(line.endsWith("基本持平。")).as(line).isEqualTo(current.compareTo(base) != 0);
            return;
        }
        Matcher words = CHANGED.matcher(line);
        assertThat(words.find()).as(line).isTrue();
        boolean more = words.group(2).equals("增加");
        BigDecimal change = seen(current).subtract(seen(base));
        assertThat(number(words.group(1))).as(line).isEqualByComparingTo(seen(current));
        assertThat(number(words.group(3))).as(line).isEqualByComparingTo(seen(change.abs()));
        assertThat(more).as(line).isEqualTo(change.signum() > 0);
        assertThat(words.group(4)).isEqualTo(more ? "增长" : "下降");
        if (seen(base).compareTo(LAST_DIGIT) < 0 && change.abs().setScale(2, RoundingMode.HALF_UP).signum() != 0) {
            assertThat(words.group(5)).as(line).isEqualTo("--（基数不足0.01万元，不可比）");
            return;
        }
        String rate = words.group(5).replaceFirst("%$", "");
        BigDecimal percent = change.abs().multiply(HUNDRED).divide(seen(base), MathContext.DECIMAL128);
        if (rate.matches("\\D+.*")) {
            String near = percent.compareTo(BigDecimal.ONE) < 0 ? "不足0.0001" : percent.compareTo(HUNDRED) < 0 ? "接近100" : "略高于100";
            assertThat(rate).as(line).isEqualTo(near);
            assertThat(percent.setScale(4, RoundingMode.HALF_UP)).as(line).isIn(new BigDecimal("0.0000"), new BigDecimal("100.0000"));
            assertThat(percent).as(line).isNotZero().isNotEqualByComparingTo(HUNDRED);
            return;
        }
        int decimals = Math.max(1, rate.contains(".") ? rate.length() - rate.indexOf('.') - 1 : 0);
        assertThat(change.abs().multiply(HUNDRED).divide(seen(base), decimals, RoundingMode.HALF_UP)).as(line).isEqualByComparingTo(number(rate));
        assertThat(number(rate)).as(line).isNotZero();
    }

    /** What is printed: two decimals, or as many as it takes not to be nothing. */
    private static BigDecimal seen(BigDecimal wan) {
        BigDecimal printed = wan.setScale(2, RoundingMode.HALF_UP);
        return printed.signum() == 0 ? wan : printed;
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(",", ""));
    }
}
