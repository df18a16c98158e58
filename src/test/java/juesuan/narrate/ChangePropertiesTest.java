package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** What a reader with a calculator can check, for any two amounts. */
class ChangePropertiesTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Sample SAMPLE = Samples.longgang().without("项目支出绩效自评表");
    private static final Pattern CHANGED = Pattern.compile("支出(\\S+)万元，比上年决算数(增加|减少)(\\S+)万元，(增长|下降)(\\S+)%。主要.*");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Property(tries = 150)
    void theReaderGetsTheSame(@ForAll @BigRange(min = "0.005", max = "99999") @Scale(6) BigDecimal current,
                              @ForAll @BigRange(min = "0.005", max = "99999") @Scale(6) BigDecimal base) {
        String line = Told.by(NarratorTest.operating(SAMPLE, current.toPlainString(), base.toPlainString(), "业务量变化"), PACK)
            .line("2023年度本部门机关运行经费支出");
        BigDecimal printedBase = base.setScale(2, RoundingMode.HALF_UP);
        if (line.endsWith("与上年决算数持平。")) {
            assertThat(current.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(printedBase);
            return;
        }
        Matcher words = CHANGED.matcher(line);
        assertThat(words.find()).as(line).isTrue();
        BigDecimal change = number(words.group(3));
        boolean more = words.group(2).equals("增加");
        assertThat(words.group(4)).isEqualTo(more ? "增长" : "下降");
        assertThat(printedBase.add(more ? change : change.negate())).as(line).isEqualByComparingTo(number(words.group(1)));
        assertThat(change.multiply(HUNDRED).divide(printedBase, 1, RoundingMode.HALF_UP)).as(line)
            .isEqualByComparingTo(number(words.group(5)));
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(",", ""));
    }
}
